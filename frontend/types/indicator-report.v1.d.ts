// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * Amtlicher Gemeindeschlüssel, or the leading part of one that names a larger region. Form: 2, 3, 5 or 8 digits as text, the first two 01 to 16; a number loses its leading zero.
 */
export type AGS = string;
/**
 * Level of a language, in order: `CEFR.A2 < CEFR.B1`.
 */
export type CEFR = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";
/**
 * How the person lives.
 */
export type HousingKind =
  "preliminary" | "follow-up" | "own-flat" | "shared-flat" | "homeless" | "other";
/**
 * How much a figure says.
 */
export type FigureStatus =
  "counted" | "incomplete" | "rounded" | "suppressed" | "unknown" | "not-computable";
/**
 * How an exact value becomes a multiple of a step. There is no default anywhere.
 */
export type Rounding = "half_up" | "half_even" | "down" | "up";

/**
 * Figures of a body in a time: what a district reports, and one round of a monitoring.
 */
export interface IndicatorReportDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/indicator-report";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the report. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What it is called.
   */
  title?: string;
  /**
   * Whose figures they are.
   */
  body?: Body;
  /**
   * The time, with both ends. Its last day is the key date.
   */
  period: Period;
  /**
   * Until which day things were looked at: the key date, or later.
   */
  as_of: string;
  /**
   * The moment whose knowledge counts; nothing for all that was recorded.
   */
  as_known?: string;
  /**
   * Choices that figures depend on.
   */
  rules?: MonitoringRules;
  /**
   * The dimensions by which plans are grouped.
   *
   * @maxItems 5
   */
  by?: string[];
  /**
   * How many plans were looked at.
   */
  plans?: number;
  /**
   * Of how many of them something is erased.
   */
  erased?: number;
  /**
   * The figures.
   *
   * @maxItems 50000
   */
  rows?: IndicatorRow[];
  /**
   * The records that lack something.
   *
   * @maxItems 10000
   */
  lacking?: LackingRecords[];
  /**
   * How small counts are protected; nothing where they are not.
   */
  disclosure?: DisclosureRules;
  /**
   * What readers have to know of the figures.
   *
   * @maxItems 1000
   */
  account?: Bilingual[];
}
/**
 * Who is responsible for a plan.
 */
export interface Body {
  /**
   * Name of the district, the municipality or its carrier.
   */
  name: string;
  /**
   * Its region.
   */
  region?: AGS;
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
 * Choices that figures depend on. They stand in the report; none has a legal default.
 */
export interface MonitoringRules {
  /**
   * After so many months without anything a plan counts as dead. Without it living and dead plans are not told apart.
   */
  alive_within_months?: number;
  /**
   * How long counselling lasts at most; for Baden-Württemberg see `integrationsplan.plan.counselling_period`. Without it no plan is beyond its term.
   */
  longest_term_months?: number;
  /**
   * The language whose first level is timed. Form: an ISO 639 code of two or three letters such as 'de' or 'prs'.
   */
  language?: string;
  /**
   * The level that is timed.
   */
  level?: CEFR;
  /**
   * Whether the time to the level runs from the arrival and not from the opening of the plan.
   */
  counts_from_arrival?: boolean;
  /**
   * Kinds of housing that count as exclusion, beside being homeless.
   *
   * @maxItems 10
   */
  housing_exclusion?: HousingKind[];
}
/**
 * One figure: an indicator in a group. What is not known of the others stands beside it.
 */
export interface IndicatorRow {
  /**
   * Code of the indicator; see `definition`.
   */
  indicator: string;
  /**
   * The group of each dimension; `total` for the sum over all, `unknown` for those of whom the group is not known.
   */
  groups?: {
    [k: string]: string;
  };
  /**
   * The figure, in the unit of the indicator. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  value?: string;
  /**
   * How much it says.
   */
  status?: FigureStatus;
  /**
   * Among how many, of whom it can be told.
   */
  of?: number;
  /**
   * Of how many records it cannot be told, for they lack what it needs.
   */
  lacking?: number;
  /**
   * Of how many records it cannot be told yet.
   */
  undecided?: number;
}
/**
 * The records that do not say what an indicator needs.
 */
export interface LackingRecords {
  /**
   * Code of the indicator.
   */
  indicator: string;
  /**
   * What they do not say; see `facts_needed`.
   */
  fact: string;
  /**
   * How many records.
   */
  number: number;
  /**
   * Their ids: the first by name, up to 1,000.
   *
   * @maxItems 1000
   */
  records?: string[];
}
/**
 * What protects a table. No choice has a default that a body has to answer for.
 */
export interface DisclosureRules {
  /**
   * The least count to be shown; counts from 1 to below it are small and are not. It keeps single persons from being recognised in a cell. It says nothing of large cells in which all have the same property.
   */
  least?: number;
  /**
   * Whether a zero is small, too. Otherwise zeros are shown: they tell that nobody has a property, which may be known anyway, and which tables of few persons are full of.
   */
  protects_zeros?: boolean;
  /**
   * Whether further counts are not shown, so that no count that is not shown can be computed from sums. Without it, who can subtract may read what was hidden.
   */
  complementary?: boolean;
  /**
   * How far apart the lowest and the highest value must be that a small count can have for a reader. `least - 1` where nothing is said: then a reader is left with as wide a range as by a table that tells only that the count is small or zero.
   */
  spread?: number;
  /**
   * How figures that are shown are rounded.
   */
  rounding?: RoundingBase;
  /**
   * Where the rules are written.
   */
  source?: Citation;
}
/**
 * Rounding of each figure by itself to multiples of a base.
 */
export interface RoundingBase {
  /**
   * What every figure is to be a multiple of.
   */
  base: number;
  /**
   * The rounding.
   */
  method: Rounding;
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
 * A text in German and English.
 */
export interface Bilingual {
  de: string;
  en: string;
}
