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
 * General terms of grants: what holds in a jurisdiction where a programme says nothing else.
 */
export interface GeneralTermsDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/general-terms";
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
