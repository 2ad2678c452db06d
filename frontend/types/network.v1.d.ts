// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * Why a revision was made.
 */
export type RevisionKind =
  | "opening"
  | "continuation"
  | "correction"
  | "agreement"
  | "note"
  | "transfer"
  | "merge"
  | "marking"
  | "closure"
  | "erasure";
export type Change = Put | Sealed | Withdraw | Erase | EraseReason | Mark;
export type Entry =
  NetworkProfile | Organisation | Offer | OfferUse | NetworkGroup | Membership | Meeting | Decision;
/**
 * Amtlicher Gemeindeschlüssel, or the leading part of one that names a larger region. Form: 2, 3, 5 or 8 digits as text, the first two 01 to 16; a number loses its leading zero.
 */
export type AGS = string;
/**
 * What sort of organisation somebody is.
 */
export type OrganisationForm =
  | "administration"
  | "regular-service"
  | "welfare-association"
  | "carrier"
  | "club"
  | "volunteers"
  | "migrant-organisation"
  | "religious-community"
  | "chamber"
  | "company"
  | "school"
  | "course-provider"
  | "other";
/**
 * The field that an offer belongs to. The codes of goals of plans, and two more.
 */
export type OfferField =
  | "language"
  | "work"
  | "recognition"
  | "housing"
  | "education"
  | "health"
  | "volunteering"
  | "family"
  | "authorities"
  | "counselling"
  | "encounter"
  | "other";
/**
 * Whom an offer is for.
 */
export type TargetGroup =
  | "everyone"
  | "newcomers"
  | "refugees"
  | "unaccompanied-minors"
  | "children"
  | "young-people"
  | "women"
  | "men"
  | "parents"
  | "older-people"
  | "people-with-disabilities"
  | "job-seekers"
  | "volunteers"
  | "professionals";
/**
 * How a place is reached.
 */
export type PlaceKind = "physical" | "online";
/**
 * A day of the week, by its code in RFC 5545 in lower case.
 */
export type Weekday = "mo" | "tu" | "we" | "th" | "fr" | "sa" | "su";
/**
 * Whether an offer is there to stay.
 */
export type OfferPermanence = "regular" | "temporary";
/**
 * An exact amount of one currency. Form: an amount with its currency such as '1234.56 EUR'.
 */
export type Money = string;
/**
 * How one gets in.
 */
export type OfferAccess = "open" | "registration" | "referral" | "entitlement";
/**
 * Where an offer stands.
 */
export type OfferStatus = "planned" | "running" | "paused" | "ended";
/**
 * What sort of group meets.
 */
export type NetworkGroupKind =
  | "network-meeting"
  | "advisory-board"
  | "steering-group"
  | "working-group"
  | "regional-conference"
  | "monitoring-round";
/**
 * What somebody does in a group.
 */
export type NetworkRole = "lead" | "coordination" | "member" | "adviser" | "guest";
/**
 * What became of a decision.
 */
export type DecisionStatus = "open" | "done" | "dropped";
/**
 * What can be said of an entry without changing it.
 */
export type Marking = "restricted" | "contested";

/**
 * A network with its overview of offers, and its whole history.
 */
export interface NetworkDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/network";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the network. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * The history, oldest first.
   *
   * @minItems 1
   * @maxItems 10000
   */
  revisions: Revision[];
}
/**
 * One step of a document's history.
 */
export interface Revision {
  /**
   * 1, 2, 3 … without gaps.
   */
  number: number;
  /**
   * When it was recorded.
   */
  recorded_at: string;
  /**
   * From which day it counts.
   */
  effective_on: string;
  /**
   * Who made it.
   */
  author: Author;
  /**
   * How the author's id is committed.
   */
  author_seal: Seal;
  /**
   * Why it was made.
   */
  kind: RevisionKind;
  /**
   * The reason in words; required where a change asks for one.
   */
  reason?: string;
  /**
   * How the reason is committed, if there is one.
   */
  reason_seal?: Seal;
  /**
   * The legal basis, if one is named. It stands in clear and says nothing personal.
   */
  legal_basis?: string;
  /**
   * Number of the revision that this one corrects, if it is one.
   */
  corrects?: number;
  /**
   * Digest of the head of another history that was merged into this one. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  merges?: string;
  /**
   * The entries put or withdrawn, each once.
   *
   * @maxItems 10000
   */
  changes?: Change[];
  /**
   * Proof of all of the above and of every revision before. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  digest: string;
}
/**
 * Who made a revision.
 */
export interface Author {
  /**
   * In which role, such as `"integration_manager"`.
   */
  role: string;
  /**
   * Pseudonymous reference to the person or the system; absent where it is withheld. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id?: string;
}
/**
 * How a text beside the entries is committed: by its salt while it is here, else by itself.
 */
export interface Seal {
  /**
   * The salt, if the text is here. Form: 32 bytes in base64url without padding: 43 characters.
   */
  salt?: string;
  /**
   * The commitment, if the text is withheld or erased. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  commitment?: string;
}
/**
 * An entry that is new, or a new version of one.
 */
export interface Put {
  kind: "put";
  /**
   * The entry.
   */
  entry: Entry;
  /**
   * The salt of its commitment; of this version alone. Form: 32 bytes in base64url without padding: 43 characters.
   */
  salt: string;
}
/**
 * What a network is, and who sees to it. Its id is always `profile`.
 */
export interface NetworkProfile {
  kind: "network-profile";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * What it is called.
   */
  title: string;
  /**
   * Id of the organisation that coordinates it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  body: string;
  /**
   * Since when there is the network.
   */
  founded_on?: string;
  /**
   * The regions that it covers.
   *
   * @maxItems 2000
   */
  regions?: AGS[];
}
/**
 * Where a fact comes from.
 */
export interface Citation {
  /**
   * Title of the source.
   */
  title: string;
  /**
   * Paragraph, page or number in it.
   */
  locator?: string;
  /**
   * Who published it.
   */
  publisher?: string;
  /**
   * When it was published or issued.
   */
  date?: string;
  /**
   * Where it can be read. Form: an address with http or https.
   */
  url?: string;
  /**
   * When it was last read there.
   */
  retrieved_on?: string;
  /**
   * How a fact was inferred from it, where it was.
   */
  note?: string;
}
/**
 * Somebody who makes offers or takes part in the network, and is no single person.
 */
export interface Organisation {
  kind: "organisation";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What sort of organisation it is.
   */
  form?: OrganisationForm;
  /**
   * Its legal form, such as "e. V.".
   */
  legal_form?: string;
  /**
   * What it does.
   */
  description?: string;
  /**
   * How it is reached.
   */
  contact?: Contact;
  /**
   * Where it has its seat.
   */
  region?: AGS;
}
/**
 * How an office is reached. Names of persons do not belong here: this is published.
 */
export interface Contact {
  /**
   * Its web page. Form: an address with http or https.
   */
  website?: string;
  /**
   * Its telephone number.
   */
  phone?: string;
  /**
   * Its e-mail address. Form: an e-mail address such as 'info@example.org'.
   */
  email?: string;
}
/**
 * Something that newcomers can make use of: a course, an advice centre, a café, a mentor.
 */
export interface Offer {
  kind: "offer";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * The field that it belongs to.
   */
  field: OfferField;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What it is.
   */
  description?: string;
  /**
   * Id of the organisation that makes it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  provider: string;
  /**
   * Ids of organisations that help.
   *
   * @maxItems 100
   */
  partners?: string[];
  /**
   * Whom it is for.
   *
   * @maxItems 20
   */
  target_groups?: TargetGroup[];
  /**
   * Whom it is for, in words.
   */
  eligibility?: string;
  /**
   * From which age on.
   */
  minimum_age?: number;
  /**
   * Up to which age.
   */
  maximum_age?: number;
  /**
   * The languages in which it is held.
   *
   * @maxItems 50
   */
  languages?: string[];
  /**
   * What help with other languages there is.
   */
  interpreting?: string;
  /**
   * The regions whose inhabitants may come; none says that it is not known.
   *
   * @maxItems 100
   */
  regions?: AGS[];
  /**
   * Where it takes place.
   *
   * @maxItems 100
   */
  places?: Place[];
  /**
   * When it takes place.
   *
   * @maxItems 100
   */
  schedules?: Schedule[];
  /**
   * From which to which day there is the offer.
   */
  period?: Period;
  /**
   * Whether it is there to stay.
   */
  permanence?: OfferPermanence;
  /**
   * For how many persons at a time.
   */
  capacity?: number;
  /**
   * What taking part costs; zero is free of charge, and none says that it is not known.
   *
   * @maxItems 20
   */
  costs?: OfferCost[];
  /**
   * How one gets in.
   */
  access?: OfferAccess;
  /**
   * What has to be done for it.
   */
  access_note?: string;
  /**
   * Where to ask, if not at the provider.
   */
  contact?: Contact;
  /**
   * Where it stands.
   */
  status?: OfferStatus;
}
/**
 * Where something takes place.
 */
export interface Place {
  /**
   * What the place is called.
   */
  name?: string;
  /**
   * How it is reached.
   */
  kind?: PlaceKind;
  /**
   * Street and number.
   */
  street?: string;
  /**
   * Postal code.
   */
  postal_code?: string;
  /**
   * City or municipality.
   */
  city?: string;
  /**
   * Its region.
   */
  region?: AGS;
  /**
   * Where it is, if online. Form: an address with http or https.
   */
  website?: string;
}
/**
 * When something takes place, week by week, by the clocks on the spot.
 */
export interface Schedule {
  /**
   * On which days.
   *
   * @maxItems 7
   */
  weekdays?: Weekday[];
  /**
   * At what time it begins. Form: a time such as '09:30'.
   */
  begins_at?: string;
  /**
   * At what time it ends. Form: a time such as '09:30'.
   */
  ends_at?: string;
  /**
   * Every how many weeks, counted from the week in which the period starts.
   */
  every_weeks?: number;
  /**
   * From which to which day; by default that of the offer.
   */
  period?: Period;
  /**
   * What else is to be known, such as holidays.
   */
  note?: string;
}
/**
 * A period of days; both ends are part of it. An absent end is open.
 */
export interface Period {
  /**
   * First day, or nothing if it has always been.
   */
  start?: string;
  /**
   * Last day, or nothing if it goes on.
   */
  end?: string;
}
/**
 * What taking part costs.
 */
export interface OfferCost {
  /**
   * How much; zero is free of charge.
   */
  amount: Money;
  /**
   * For what, such as "a month".
   */
  unit?: string;
  /**
   * Who pays it, where not everybody does.
   */
  concerns?: string;
  /**
   * From which to which day.
   */
  period?: Period;
}
/**
 * How an offer was used in a time. What is not known stays out: it is not 0.
 */
export interface OfferUse {
  kind: "offer-use";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * Id of the offer. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  offer: string;
  /**
   * In which time, with both ends.
   */
  period: Period;
  /**
   * How often it took place.
   */
  sessions?: number;
  /**
   * How many persons took part, each counted once.
   */
  participants?: number;
  /**
   * How many of them were there for the first time.
   */
  newcomers?: number;
  /**
   * How often somebody was there, each time counted.
   */
  attendances?: number;
  /**
   * How many places there were.
   */
  places?: number;
  /**
   * How many waited for a place at the end of the time.
   */
  waiting?: number;
}
/**
 * A group of the network that meets: an advisory board, a working group.
 */
export interface NetworkGroup {
  kind: "network-group";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What sort of group it is.
   */
  sort: NetworkGroupKind;
  /**
   * What it is about.
   *
   * @maxItems 20
   */
  topics?: OfferField[];
  /**
   * From when to when there is the group.
   */
  period?: Period;
}
/**
 * That an organisation takes part in a group, or in the network as a whole.
 */
export interface Membership {
  kind: "membership";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * Id of the organisation. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  organisation: string;
  /**
   * Id of the group; nothing for the network as a whole. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  member_of?: string;
  /**
   * What it does there.
   */
  role?: NetworkRole;
  /**
   * From when to when.
   */
  period?: Period;
}
/**
 * That a group met.
 */
export interface Meeting {
  kind: "meeting";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * When.
   */
  held_on: string;
  /**
   * Id of the group that met. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  of?: string;
  /**
   * What it was called.
   */
  title?: string;
  /**
   * Ids of the organisations that were there.
   *
   * @maxItems 200
   */
  attended_by?: string[];
  /**
   * What was spoken about.
   */
  minutes?: string;
}
/**
 * What a meeting decided.
 */
export interface Decision {
  kind: "decision";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Where it is written, if not in the document itself.
   */
  source?: Citation;
  /**
   * Id of the meeting. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  meeting: string;
  /**
   * What was decided.
   */
  text: string;
  /**
   * Ids of the organisations that see to it.
   *
   * @maxItems 200
   */
  responsible?: string[];
  /**
   * By when.
   */
  due_on?: string;
  /**
   * What became of it.
   */
  status?: DecisionStatus;
  /**
   * Id of the measure of the concept that it belongs to, in that document. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  measure?: string;
}
/**
 * An entry that was put, and whose content is not here: it was erased, or is withheld.
 */
export interface Sealed {
  kind: "sealed";
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
  /**
   * What its content and its salt, if ever shown, must give. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  commitment: string;
}
/**
 * An entry that no longer counts. Its earlier versions stay readable.
 */
export interface Withdraw {
  kind: "withdraw";
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
}
/**
 * An entry whose content, in every version, was removed for good.
 */
export interface Erase {
  kind: "erase";
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
}
/**
 * That the reason of an earlier revision was removed for good.
 */
export interface EraseReason {
  kind: "erase-reason";
  /**
   * Number of that revision.
   */
  revision: number;
}
/**
 * A mark on an entry that travels with it, or the lifting of one.
 */
export interface Mark {
  kind: "mark";
  /**
   * Which entry. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
  /**
   * Restricted in processing (Article 18 GDPR), or contested by the person.
   */
  marking: Marking;
  /**
   * Whether the mark is taken off again.
   */
  lifted?: boolean;
}
