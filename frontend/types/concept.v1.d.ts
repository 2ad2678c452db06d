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
  | ConceptProfile
  | Organisation
  | Resolution
  | Stage
  | Alignment
  | Principle
  | FieldOfAction
  | GuidingGoal
  | ConceptGoal
  | ConceptMeasure
  | MeasureReview
  | ConceptIndicator;
/**
 * What a concept is about.
 */
export type ConceptKind = "integration-concept" | "poverty-prevention-strategy";
/**
 * For whom a concept speaks.
 */
export type ConceptLevel = "land" | "district" | "city" | "municipality" | "association";
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
 * Amtlicher Gemeindeschlüssel, or the leading part of one that names a larger region. Form: 2, 3, 5 or 8 digits as text, the first two 01 to 16; a number loses its leading zero.
 */
export type AGS = string;
/**
 * What was resolved.
 */
export type ResolutionKind =
  "ordered" | "key-points" | "noted" | "adopted" | "continued" | "extended" | "ended";
/**
 * A stage on the way of a concept.
 */
export type StageKind =
  | "needs-analysis"
  | "participation"
  | "draft"
  | "adoption"
  | "implementation"
  | "interim-report"
  | "evaluation"
  | "continuation";
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
 * Where a goal of a concept stands.
 */
export type ConceptGoalStatus = "open" | "reached" | "dropped";
/**
 * An exact amount of one currency. Form: an amount with its currency such as '1234.56 EUR'.
 */
export type Money = string;
/**
 * Where a measure of a concept stands.
 */
export type ConceptMeasureStatus =
  "planned" | "running" | "permanent" | "paused" | "done" | "dropped";
/**
 * What became of a measure when it was looked at again.
 */
export type ReviewVerdict = "goes-on" | "changed" | "done" | "dropped" | "new";
/**
 * What an indicator can tell. One of the context never measures what a concept has effected.
 */
export type IndicatorSense = "context" | "output" | "effect";
/**
 * In which direction an indicator gets better.
 */
export type Direction = "up" | "down";
/**
 * How a number is known.
 */
export type Basis = "stated" | "inferred";
/**
 * What can be said of an entry without changing it.
 */
export type Marking = "restricted" | "contested";

/**
 * An integration concept, or a poverty-prevention strategy, with its whole history.
 */
export interface ConceptDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/concept";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the concept. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
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
 * What a concept is, and whose. Its id is always `profile`.
 */
export interface ConceptProfile {
  kind: "concept-profile";
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
   * What the concept is called.
   */
  title: string;
  /**
   * What it is about.
   */
  sort?: ConceptKind;
  /**
   * For whom it speaks.
   */
  level: ConceptLevel;
  /**
   * Id of the organisation whose concept it is. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  body: string;
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
 * A resolution about the concept.
 */
export interface Resolution {
  kind: "resolution";
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
   * What was resolved.
   */
  sort: ResolutionKind;
  /**
   * Who resolved it, such as "Kreistag"; nothing where that is not known.
   */
  by?: string;
  /**
   * When; nothing where only the time of its validity is known.
   */
  on?: string;
  /**
   * Votes for it.
   */
  votes_for?: number;
  /**
   * Votes against it.
   */
  votes_against?: number;
  /**
   * Abstentions.
   */
  abstentions?: number;
  /**
   * Whether it was unanimous, where that is known.
   */
  is_unanimous?: boolean;
  /**
   * From when to when the concept holds by it.
   */
  valid?: Period;
  /**
   * Number of the revision of this document that was adopted.
   */
  revision?: number;
  /**
   * File reference.
   */
  reference?: string;
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
 * A stage on the way of the concept.
 */
export interface Stage {
  kind: "stage";
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
   * Which.
   */
  sort: StageKind;
  /**
   * What it is called on the spot.
   */
  title?: string;
  /**
   * From when to when it runs.
   */
  period?: Period;
  /**
   * By when it is to be done.
   */
  due_on?: string;
  /**
   * When it was done.
   */
  done_on?: string;
  /**
   * Whether it was done on a day that is not known.
   */
  is_done?: boolean;
  /**
   * Id of the organisation that sees to it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  responsible?: string;
  /**
   * Ids of organisations that take part.
   *
   * @maxItems 200
   */
  participants?: string[];
  /**
   * What came of it.
   */
  result?: string;
}
/**
 * That the concept, or one goal of it, follows a higher one: that of the Land, for a district.
 */
export interface Alignment {
  kind: "alignment";
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
   * Id of the document of the higher concept. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  higher: string;
  /**
   * What the higher concept is called.
   */
  title?: string;
  /**
   * Id of a goal of this concept; nothing where the whole follows it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  goal?: string;
  /**
   * Ids of the goals of the higher concept that it serves.
   *
   * @maxItems 100
   */
  higher_goals?: string[];
}
/**
 * A guiding principle (Leitlinie, Leitbild) of a concept.
 */
export interface Principle {
  kind: "principle";
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
   * Its number, as printed.
   */
  number?: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What it says.
   */
  text?: string;
}
/**
 * A field of action.
 */
export interface FieldOfAction {
  kind: "field-of-action";
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
   * Its number, as printed.
   */
  number?: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What it says.
   */
  text?: string;
  /**
   * The fields of offers and of goals of plans that it covers.
   *
   * @maxItems 20
   */
  topics?: OfferField[];
  /**
   * Whom it is for.
   *
   * @maxItems 20
   */
  target_groups?: TargetGroup[];
}
/**
 * A guiding goal: where things are to go in the long run.
 */
export interface GuidingGoal {
  kind: "guiding-goal";
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
   * Its number, as printed.
   */
  number?: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What it says.
   */
  text?: string;
  /**
   * Ids of the fields of action that it belongs to.
   *
   * @maxItems 50
   */
  fields?: string[];
}
/**
 * A goal of a concept, or a part of one.
 */
export interface ConceptGoal {
  kind: "concept-goal";
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
   * Its number, as printed.
   */
  number?: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What it says.
   */
  text?: string;
  /**
   * Ids of the guiding goals that it serves.
   *
   * @maxItems 50
   */
  guiding_goals?: string[];
  /**
   * Ids of the fields of action that it belongs to.
   *
   * @maxItems 50
   */
  fields?: string[];
  /**
   * Id of the goal of which it is a part. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  part_of?: string;
  /**
   * Whom it is for, where it is not for everybody of its field.
   *
   * @maxItems 20
   */
  target_groups?: TargetGroup[];
  /**
   * By when it is to be reached.
   */
  due_on?: string;
  /**
   * Where it stands.
   */
  status?: ConceptGoalStatus;
}
/**
 * What is done, by whom, until when, for which goals.
 */
export interface ConceptMeasure {
  kind: "concept-measure";
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
   * Its number, as printed.
   */
  number?: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What it says.
   */
  text?: string;
  /**
   * Ids of the goals that it serves.
   *
   * @maxItems 100
   */
  goals?: string[];
  /**
   * Ids of the fields of action, where no goal says them.
   *
   * @maxItems 50
   */
  fields?: string[];
  /**
   * Id of the organisation that sees to it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  responsible?: string;
  /**
   * Ids of organisations that help.
   *
   * @maxItems 200
   */
  partners?: string[];
  /**
   * Whom it is for, where it is not for everybody of its field.
   *
   * @maxItems 20
   */
  target_groups?: TargetGroup[];
  /**
   * From when to when.
   */
  period?: Period;
  /**
   * By when it is to be done.
   */
  due_on?: string;
  /**
   * What it costs.
   */
  cost?: Money;
  /**
   * Who pays for it.
   *
   * @maxItems 20
   */
  funding?: MeasureFunding[];
  /**
   * Ids of the offers by which it is done, in the document of the network.
   *
   * @maxItems 200
   */
  offers?: string[];
  /**
   * Where it stands.
   */
  status?: ConceptMeasureStatus;
}
/**
 * Who pays for a measure.
 */
export interface MeasureFunding {
  /**
   * Id of a funding programme. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  programme?: string;
  /**
   * Id of a grant. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  grant?: string;
  /**
   * Who pays, where it is no programme.
   */
  payer?: string;
  /**
   * How much.
   */
  amount?: Money;
}
/**
 * That a measure was looked at again, and what came of it.
 */
export interface MeasureReview {
  kind: "measure-review";
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
   * Id of the measure. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  measure: string;
  /**
   * When; nothing where that is not known.
   */
  reviewed_on?: string;
  /**
   * What became of it; nothing where that is not known.
   */
  verdict?: ReviewVerdict;
}
/**
 * Something that is counted again and again.
 */
export interface ConceptIndicator {
  kind: "concept-indicator";
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
   * Its code, such as that of the monitoring of the Länder.
   */
  code?: string;
  /**
   * What it can tell.
   */
  sense: IndicatorSense;
  /**
   * What is counted.
   */
  definition?: string;
  /**
   * In which unit.
   */
  unit?: string;
  /**
   * In which direction it gets better.
   */
  better?: Direction;
  /**
   * Ids of the goals that it measures.
   *
   * @maxItems 100
   */
  goals?: string[];
  /**
   * Ids of the measures that it measures.
   *
   * @maxItems 100
   */
  measures?: string[];
  /**
   * Ids of the fields of action that it is about.
   *
   * @maxItems 50
   */
  fields?: string[];
  /**
   * Where it stood.
   */
  baseline?: IndicatorValue;
  /**
   * Where it is to be, and when.
   *
   * @maxItems 1000
   */
  targets?: IndicatorValue[];
  /**
   * Where it was found to be.
   *
   * @maxItems 1000
   */
  values?: IndicatorValue[];
  /**
   * Where the values come from.
   */
  data_source?: string;
}
/**
 * A value of an indicator on a day.
 */
export interface IndicatorValue {
  /**
   * The day for which it holds.
   */
  on: string;
  /**
   * The value. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  value: string;
  /**
   * Whether the source states it, or it was worked out.
   */
  basis?: Basis;
  /**
   * What else is to be known.
   */
  note?: string;
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
