// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * Who may apply.
 */
export type ApplicantKind =
  | "state"
  | "district"
  | "district-free-city"
  | "municipality"
  | "municipal-association"
  | "carrier"
  | "foundation";
/**
 * Amtlicher Gemeindeschlüssel, or the leading part of one that names a larger region. Form: 2, 3, 5 or 8 digits as text, the first two 01 to 16; a number loses its leading zero.
 */
export type AGS = string;
/**
 * An exact amount of one currency. Form: an amount with its currency such as '1234.56 EUR'.
 */
export type Money = string;
export type GrantEvents =
  | Granted
  | Amended
  | Claimed
  | Paid
  | PassedOn
  | PassedBack
  | Used
  | Returned
  | PostFilled
  | PostVacated
  | PayInterrupted
  | ReportSubmitted
  | Settled
  | Demanded
  | Repaid
  | Waived
  | InterestCharged
  | InterestPaid;
/**
 * What a cost is for.
 */
export type CostCategory =
  "personnel" | "material" | "training" | "travel" | "overhead" | "investment" | "other";
/**
 * Whether an earmark is a floor or a ceiling.
 */
export type EarmarkSense = "at-least" | "at-most";
/**
 * Why a grant was changed.
 */
export type AmendmentReason =
  "extension" | "refilling" | "later-count" | "reduction" | "transfer" | "correction";
/**
 * What has to be done by a day.
 */
export type DeadlineKind =
  | "application"
  | "claim"
  | "use"
  | "indicators"
  | "interim-proof"
  | "numeric-proof"
  | "narrative-report"
  | "count"
  | "correction"
  | "payment"
  | "funding-end"
  | "retention";

/**
 * A grant with its events. It never changes: `record` returns another one.
 */
export interface GrantDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/grant";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the grant. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Id of the funding programme. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  programme: string;
  /**
   * Id of the application. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  application?: string;
  /**
   * Who was granted the money.
   */
  recipient: Participant;
  /**
   * What happened, in the order of the days.
   *
   * @maxItems 20000
   */
  events?: GrantEvents[];
}
/**
 * A body that applies, alone or with others.
 */
export interface Participant {
  /**
   * What identifies it: an AGS, or the name that tables use.
   */
  key: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * Which kind of applicant it is.
   */
  applicant?: ApplicantKind;
  /**
   * Its region.
   */
  region?: AGS;
  /**
   * What it may claim at most, where a planning framework sets that.
   */
  framework?: Money;
  /**
   * Other figures that a rule asks for, by its names.
   */
  figures?: {
    [k: string]: string;
  };
}
/**
 * The notice that grants the money.
 */
export interface Granted {
  kind: "granted";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * For which time.
   */
  period: Period;
  /**
   * File reference of the notice.
   */
  reference?: string;
  /**
   * When it is to be paid.
   *
   * @maxItems 200
   */
  instalments?: Instalment[];
  /**
   * The finance plan that the notice rests on.
   *
   * @maxItems 10000
   */
  plan?: CostLine[];
  /**
   * Limits on its use.
   *
   * @maxItems 50
   */
  earmarks?: GrantEarmark[];
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
 * A part of a grant that is to be paid.
 */
export interface Instalment {
  /**
   * Which.
   */
  id: string;
  /**
   * How much.
   */
  amount: Money;
  /**
   * When, if a day is known.
   */
  due?: string;
}
/**
 * A cost, planned or spent.
 */
export interface CostLine {
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Id of the line of the plan that it belongs to; by default its own. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  line?: string;
  /**
   * What it is for.
   */
  category: CostCategory;
  /**
   * Id of the post that it belongs to, if to one. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  post?: string;
  /**
   * How much.
   */
  amount: Money;
}
/**
 * A limit on the use of a grant.
 */
export interface GrantEarmark {
  /**
   * Which.
   */
  id: string;
  /**
   * What it is for.
   */
  title: string;
  /**
   * How much.
   */
  amount: Money;
  /**
   * At least or at most so much.
   */
  sense: EarmarkSense;
  /**
   * Ids of the lines of the plan that count for it.
   *
   * @minItems 1
   * @maxItems 200
   */
  lines: string[];
}
/**
 * A notice that changes the grant.
 */
export interface Amended {
  kind: "amended";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * The whole grant from now on.
   */
  amount: Money;
  /**
   * The whole time from now on.
   */
  period: Period;
  /**
   * Why.
   */
  reason: AmendmentReason;
  /**
   * The finance plan from now on; absent if it stays.
   *
   * @maxItems 10000
   */
  plan?: CostLine[];
  /**
   * Limits on its use from now on; absent if they stay.
   *
   * @maxItems 50
   */
  earmarks?: GrantEarmark[];
}
/**
 * Money is called for: a drawdown, or a claim for what was paid already.
 */
export interface Claimed {
  kind: "claimed";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * Which time it is for, where that matters.
   */
  covers?: Period;
}
/**
 * Money is paid out.
 */
export interface Paid {
  kind: "paid";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * Id of the instalment, if it is one.
   */
  instalment?: string;
}
/**
 * The recipient passes money on: a district to a municipality, or to a carrier.
 */
export interface PassedOn {
  kind: "passed-on";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * Key of whom it is passed on to.
   */
  to: string;
}
/**
 * Money that was passed on and not needed comes back to the recipient.
 */
export interface PassedBack {
  kind: "passed-back";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * Key of whom it comes from.
   */
  by: string;
}
/**
 * Money of the grant is used for its purpose.
 */
export interface Used {
  kind: "used";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * Id of the line of the plan. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  line?: string;
  /**
   * Key of who used it, where it was passed on.
   */
  by?: string;
}
/**
 * Money that was not needed is paid back, without being asked for.
 */
export interface Returned {
  kind: "returned";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
}
/**
 * A post is filled, or filled again.
 */
export interface PostFilled {
  kind: "post-filled";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * The post with its holder, from `on`; its own start and end are not asked for.
   */
  post: Post;
}
/**
 * A post, or a part of one, that one person holds.
 */
export interface Post {
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Its part of a full post. Form: a decimal number such as '1234.56', at most 18 digits before and after the point.
   */
  fte: string;
  /**
   * Class of the holder's qualification, by the codes of the programme.
   */
  qualification?: string;
  /**
   * Pay group, where the programme asks for it.
   */
  pay_group?: string;
  /**
   * Reference to the person who holds it; says nothing of the person. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  holder?: string;
  /**
   * Key of the participant, or id of the carrier, who employs the person.
   */
  employer?: string;
  /**
   * First day funded.
   */
  start?: string;
  /**
   * Last day funded.
   */
  end?: string;
  /**
   * Id of the post that it is a part of, where a post is split. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  part_of?: string;
  /**
   * Id of the post of which this is one time, where it was held several times; see `Grant.posts`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  of?: string;
  /**
   * Other figures that a rule asks for, by its names.
   */
  figures?: {
    [k: string]: string;
  };
}
/**
 * A post is vacated.
 */
export interface PostVacated {
  kind: "post-vacated";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * The last day on which it is held.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Id of the post. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  post: string;
}
/**
 * Whoever holds a post is not paid for a time: parental leave, long illness.
 */
export interface PayInterrupted {
  kind: "pay-interrupted";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * The first day without pay.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Id of the post. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  post: string;
  /**
   * The last day without pay.
   */
  until: string;
}
/**
 * A proof of use or a report is handed in.
 */
export interface ReportSubmitted {
  kind: "report-submitted";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * Which.
   */
  sort: DeadlineKind;
  /**
   * Id of the document. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  report?: string;
  /**
   * Which time it is for.
   */
  covers?: Period;
}
/**
 * The final notice: how much of the grant is owed.
 */
export interface Settled {
  kind: "settled";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much is owed in all; what was paid beyond is to be paid back.
   */
  owed: Money;
  /**
   * Id of the proof of use that it rests on. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  proof?: string;
}
/**
 * Money is demanded back.
 */
export interface Demanded {
  kind: "demanded";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * By when it is to be paid.
   */
  pay_by?: string;
}
/**
 * Money that was demanded is paid back.
 */
export interface Repaid {
  kind: "repaid";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
}
/**
 * A demand is withdrawn or remitted, wholly or in part.
 */
export interface Waived {
  kind: "waived";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
}
/**
 * Interest is charged.
 */
export interface InterestCharged {
  kind: "interest-charged";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
  /**
   * For which time.
   */
  covers?: Period;
  /**
   * By when it is to be paid.
   */
  pay_by?: string;
}
/**
 * Interest is paid.
 */
export interface InterestPaid {
  kind: "interest-paid";
  /**
   * Which event; no other of the grant has it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * On which day.
   */
  on: string;
  /**
   * What else is to be known.
   */
  note?: string;
  /**
   * How much, above zero.
   */
  amount: Money;
}
