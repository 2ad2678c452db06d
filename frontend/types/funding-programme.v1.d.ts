// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * How a number is known.
 */
export type Basis = "stated" | "inferred";
/**
 * What a legal basis is.
 */
export type LegalForm =
  "act" | "ordinance" | "regulation" | "guideline" | "agreement" | "eu-regulation" | "other";
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
 * From what a deadline is counted.
 */
export type DeadlineAnchor =
  "period-start" | "period-end" | "longest-post-end" | "payment" | "quarter-end" | "demand";
/**
 * How a grant relates to the cost.
 */
export type FundingKind = "fixed-sum" | "cost-share" | "deficit" | "full";
/**
 * What a public body does in a programme.
 */
export type BodyRole = "responsible" | "granting" | "advising" | "partner";
/**
 * An exact amount of one currency. Form: an amount with its currency such as '1234.56 EUR'.
 */
export type Money = string;
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
 * What a cost is for.
 */
export type CostCategory =
  "personnel" | "material" | "training" | "travel" | "overhead" | "investment" | "other";
/**
 * What a recipient has to do.
 */
export type DutyKind =
  | "cooperation"
  | "agreement"
  | "named-person"
  | "qualification"
  | "written-plan"
  | "concept"
  | "reporting"
  | "indicators"
  | "other";
/**
 * How one programme relates to another.
 */
export type RelationKind = "part-of" | "sister" | "predecessor" | "successor";
/**
 * What a rule computes.
 */
export type RuleStep = "framework" | "award" | "tranche" | "reimbursement" | "distribution";

/**
 * What is said of a funding programme, from the legal basis to the last deadline.
 */
export interface FundingProgrammeDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/funding-programme";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the document. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Title.
   */
  title: Bilingual;
  /**
   * What it is, in a few sentences.
   */
  summary?: Bilingual;
  /**
   * Whose law it is. Form: a country such as 'de' or a Land such as '08'.
   */
  jurisdiction: string;
  /**
   * Days for which it holds, as far as known.
   */
  period: Period;
  /**
   * Day on which the document was last compared with its sources.
   */
  reviewed_on: string;
  /**
   * The legal basis.
   *
   * @maxItems 50
   */
  norms?: Norm[];
  /**
   * The numbers that it sets, by name; see `TERMS` for names with a meaning.
   */
  parameters?: {
    [k: string]: Parameter;
  };
  /**
   * By when something has to be done.
   *
   * @maxItems 200
   */
  deadlines?: Deadline[];
  /**
   * What the sources do not say.
   *
   * @maxItems 100
   */
  unknowns?: Unknown[];
  /**
   * The sources, by id.
   */
  citations?: {
    [k: string]: Citation;
  };
  /**
   * How the grant relates to the cost; absent if no source says it.
   */
  financing?: FundingKind;
  /**
   * Who pays.
   *
   * @maxItems 50
   */
  funders?: Funder[];
  /**
   * Who decides and advises.
   *
   * @maxItems 50
   */
  bodies?: ResponsibleBody[];
  /**
   * The money, in lines that add up.
   *
   * @maxItems 500
   */
  budget?: BudgetLine[];
  /**
   * What it is for.
   *
   * @maxItems 50
   */
  purposes?: Purpose[];
  /**
   * Who may apply.
   *
   * @maxItems 50
   */
  applicants?: EligibleApplicant[];
  /**
   * What may be funded.
   *
   * @maxItems 100
   */
  costs?: EligibleCost[];
  /**
   * What recipients have to do.
   *
   * @maxItems 100
   */
  duties?: Duty[];
  /**
   * What was changed, and when.
   *
   * @maxItems 200
   */
  amendments?: Amendment[];
  /**
   * Sister programmes, successors, predecessors.
   *
   * @maxItems 50
   */
  relations?: Relation[];
  /**
   * The rules that compute.
   *
   * @maxItems 50
   */
  rules?: RuleUse[];
  /**
   * Ids of the general terms that apply beside it, nearest first.
   *
   * @maxItems 10
   */
  general_terms?: string[];
}
/**
 * A text in German and English.
 */
export interface Bilingual {
  de: string;
  en: string;
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
 * A norm that the programme rests on.
 */
export interface Norm {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * What it is.
   */
  form: LegalForm;
  /**
   * What it is called.
   */
  title: Bilingual;
  /**
   * When it was issued, if known.
   */
  issued_on?: string;
  /**
   * Days on which it is in force, as far as known.
   */
  period?: Period;
}
/**
 * A value of the law by date: a number, or a date such as a deadline, or a code.
 */
export interface Parameter {
  /**
   * Unit of the numbers as printed; `percent` is divided by 100 when read. `date` or `code` where the values are no numbers.
   */
  unit: string;
  /**
   * What it is called, in German.
   */
  de?: string;
  /**
   * What it is called, in English.
   */
  en?: string;
  /**
   * Unit of the ends of bands; checked against what they are read by. By default that of what they are read by, `percent` where that is given in percent.
   */
  bands_unit?: string;
  /**
   * What the numbers of each table sum to as printed. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  sums_to?: string;
  /**
   * The level for each of whose records the rows below it sum so, where it is not the whole table. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  sums_per?: string;
  /**
   * The rows over time.
   *
   * @minItems 1
   * @maxItems 1000
   */
  values: ParameterValue[];
}
/**
 * What a parameter is worth for a time: one number, a table by code, or bands by quantity.
 */
export interface ParameterValue {
  /**
   * First day in force; absent for an open past.
   */
  start?: string;
  /**
   * Last day in force; absent while it is neither superseded nor repealed.
   */
  end?: string;
  /**
   * Day from which it was known; absent if that does not matter.
   */
  known_from?: string;
  /**
   * Name of the edition that it belongs to.
   */
  edition?: string;
  /**
   * One number as printed. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  value?: string;
  /**
   * Numbers by code.
   */
  table?: {
    [k: string]: string;
  };
  /**
   * Numbers from lower ends upwards; below the lowest there is no value.
   *
   * @minItems 1
   * @maxItems 1000
   */
  bands?: Band[];
  /**
   * One date, where the unit is `date`.
   */
  date?: string;
  /**
   * Codes by code, where the unit is `code`.
   */
  codes?: {
    [k: string]: string;
  };
  /**
   * Whether the source states it or it was inferred.
   */
  basis: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: string;
}
/**
 * A value from a lower end upwards, as printed: "from 10,000", "above 10,000 up to 20,000".
 */
export interface Band {
  /**
   * Lower end, included. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  at_least?: string;
  /**
   * Lower end, not included. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  above?: string;
  /**
   * Upper end, not included, where the source prints one. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  below?: string;
  /**
   * Upper end, included, where the source prints one. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  at_most?: string;
  /**
   * The value as printed. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  value: string;
  /**
   * Where it differs from the row's.
   */
  basis?: Basis;
}
/**
 * By when something has to be done.
 */
export interface Deadline {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * Which.
   */
  id: string;
  /**
   * What has to be done.
   */
  sort: DeadlineKind;
  /**
   * The deadline in words.
   */
  text: Bilingual;
  /**
   * The day.
   */
  on?: string;
  /**
   * Month of the yearly day.
   */
  month?: number;
  /**
   * Day of the month.
   */
  day?: number;
  /**
   * Year of the yearly day, counted from the funded calendar year.
   */
  year?: number;
  /**
   * What the time is counted from.
   */
  after?: DeadlineAnchor;
  /**
   * Whether it is counted backwards, from the day before.
   */
  is_before?: boolean;
  /**
   * So many days.
   */
  days?: number;
  /**
   * So many weeks.
   */
  weeks?: number;
  /**
   * So many months.
   */
  months?: number;
  /**
   * So many years.
   */
  years?: number;
  /**
   * The funded days for which it holds, where that is not always so.
   */
  period?: Period;
}
/**
 * What the sources do not say, so that nobody takes silence for a no or for zero.
 */
export interface Unknown {
  /**
   * What is missing; the name of a parameter, where one would hold it. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  name: string;
  /**
   * What is missing, in words.
   */
  text: Bilingual;
  /**
   * Days for which it is missing, where it is known for others.
   */
  period?: Period;
  /**
   * Ids of the citations that were read for it.
   *
   * @minItems 1
   * @maxItems 20
   */
  citations: string[];
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
 * Who pays, and which share of the grant, where a source says so.
 */
export interface Funder {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * Which; the same as the source of the rule, where that cuts the grant.
   */
  id: string;
  /**
   * Who.
   */
  title: Bilingual;
  /**
   * Percent of the grant. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  share?: string;
  /**
   * Whether it is the recipient's own money.
   */
  is_own?: boolean;
  /**
   * Whether the share is the most and not just that.
   */
  is_most?: boolean;
  /**
   * When, where that is not always so.
   */
  period?: Period;
}
/**
 * A public body and what it does in the programme.
 */
export interface ResponsibleBody {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * What it does.
   */
  role: BodyRole;
  /**
   * Who.
   */
  title: Bilingual;
  /**
   * When, where that is not always so.
   */
  period?: Period;
}
/**
 * Money set aside.
 */
export interface BudgetLine {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * Which.
   */
  id: string;
  /**
   * What for.
   */
  title: Bilingual;
  /**
   * How much; absent for what is left of the line above, or unknown.
   */
  amount?: Money;
  /**
   * For which time.
   */
  period?: Period;
  /**
   * Id of the line that it is a part of. Parts add up to their whole.
   */
  part_of?: string;
  /**
   * Id of the funding programme that spends it, where that is another one. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  programme?: string;
}
/**
 * What the money is for.
 */
export interface Purpose {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * The purpose in words.
   */
  text: Bilingual;
  /**
   * When, where that is not always so.
   */
  period?: Period;
}
/**
 * Who may apply.
 */
export interface EligibleApplicant {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  applicant: ApplicantKind;
  /**
   * When, where that is not always so.
   */
  period?: Period;
  /**
   * Under which condition, in words.
   */
  condition?: Bilingual;
}
/**
 * What may be funded, and what may not.
 */
export interface EligibleCost {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * Category of the cost.
   */
  category: CostCategory;
  /**
   * Whether it may be funded.
   */
  is_eligible?: boolean;
  /**
   * What counts, in words.
   */
  rule?: Bilingual;
  /**
   * Name of the parameter that says how much, such as a flat rate. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  parameter?: string;
  /**
   * When, where that is not always so.
   */
  period?: Period;
}
/**
 * What a recipient has to do.
 */
export interface Duty {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * Which.
   */
  id: string;
  /**
   * What kind of duty.
   */
  sort: DutyKind;
  /**
   * The duty in words.
   */
  text: Bilingual;
  /**
   * Ids of the programmes to cooperate with.
   *
   * @maxItems 20
   */
  programmes?: string[];
  /**
   * When, where that is not always so.
   */
  period?: Period;
}
/**
 * A change of the programme: from when it counts, and from when it was known.
 */
export interface Amendment {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * Which.
   */
  id: string;
  /**
   * What changed, in words.
   */
  text: Bilingual;
  /**
   * First day on which it counts; absent if unknown.
   */
  valid_from?: string;
  /**
   * Day from which it was known; absent if unknown.
   */
  known_from?: string;
  /**
   * Names of the parameters that it changed.
   *
   * @maxItems 50
   */
  parameters?: string[];
}
/**
 * How the programme relates to another one.
 */
export interface Relation {
  /**
   * Whether the source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Id of the citation in the document.
   */
  citation: string;
  /**
   * Where in the source: a paragraph or number.
   */
  locator?: string;
  /**
   * How it was inferred, or what to mind.
   */
  note?: Bilingual;
  /**
   * How.
   */
  sort: RelationKind;
  /**
   * Id of the other one; it need not be in the catalogue. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  programme: string;
  /**
   * What the other one is called.
   */
  title: Bilingual;
}
/**
 * A rule that computes something of the programme.
 */
export interface RuleUse {
  /**
   * What it computes.
   */
  step: RuleStep;
  /**
   * Id of the programme document with the rule. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  rule: string;
  /**
   * Days on which it is the one to use.
   */
  period?: Period;
  /**
   * What it computes, in words, where there are several.
   */
  title?: Bilingual;
}
