// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * How a number is known.
 */
export type Basis = "stated" | "inferred";
/**
 * A named node: one step of the explanation.
 */
export type Rule =
  | NumberRule
  | LookUpRule
  | SumRule
  | DifferenceRule
  | ProductRule
  | QuotientRule
  | LeastRule
  | GreatestRule
  | RoundRule
  | TotalRule
  | CountRule
  | ShareRule
  | ChooseRule
  | CompareRule
  | OneOfRule
  | AllOfRule
  | AnyOfRule
  | NotRule
  | BoundRule
  | SplitRule
  | RankRule
  | ShiftRule
  | DurationRule
  | CountDatesRule;
/**
 * A name or a number as text, or an expression.
 */
export type Operand = string | Node;
export type Node =
  | Number
  | LookUp
  | Sum
  | Difference
  | Product
  | Quotient
  | Least
  | Greatest
  | Round
  | Total
  | Count
  | Share
  | Choose
  | Compare
  | OneOf
  | AllOf
  | AnyOf
  | Not
  | Bound
  | Split
  | Rank
  | Shift
  | Duration
  | CountDates;
/**
 * How an exact value becomes a multiple of a step. There is no default anywhere.
 */
export type Rounding = "half_up" | "half_even" | "down" | "up";

/**
 * A funding programme with its rule. One object is one version of the rule.
 */
export interface ProgrammeDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/programme";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the programme document. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
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
   * Days on which it can be evaluated.
   */
  valid: Period;
  /**
   * Parent by level; `all` is the root.
   */
  levels: {
    [k: string]: string;
  };
  /**
   * What recipients bring, by name.
   */
  figures?: {
    [k: string]: Figure;
  };
  /**
   * What the law sets, by name.
   */
  parameters?: {
    [k: string]: Parameter;
  };
  /**
   * The named rules.
   */
  rules?: {
    [k: string]: Rule;
  };
  /**
   * What must hold.
   *
   * @maxItems 200
   */
  conditions?: Condition[];
  /**
   * What comes out.
   */
  result: Result;
  /**
   * Who pays.
   *
   * @maxItems 50
   */
  sources?: Source[];
  /**
   * When it is paid.
   *
   * @maxItems 50
   */
  tranches?: Tranche[];
  /**
   * Limits on use.
   *
   * @maxItems 50
   */
  earmarks?: Earmark[];
  /**
   * The sources of numbers, by id.
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
 * What recipients (or the records above and below them) bring.
 */
export interface Figure {
  /**
   * A unit, or `date`, `code` or `truth`.
   */
  unit: string;
  /**
   * Whose figure it is. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  level?: string;
  /**
   * Day on which it is counted.
   */
  key_date?: string;
  /**
   * Value where none is given; without it a missing value is an error.
   */
  default?: string;
  /**
   * What it is called, in German.
   */
  de?: string;
  /**
   * What it is called, in English.
   */
  en?: string;
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
 * A structural constant: 0 or 1. What a law sets is a parameter.
 */
export interface NumberRule {
  kind: "number";
  /**
   * `"0"` or `"1"`. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  value: string;
  /**
   * Its unit.
   */
  unit?: string;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * A parameter's value: by a code or a quantity, on a date, or of an edition.
 */
export interface LookUpRule {
  kind: "look_up";
  /**
   * Name of the parameter. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  parameter: string;
  /**
   * What finds the row of a table (a code) or the band (a quantity).
   */
  by?: Operand;
  /**
   * The row of a table, by its code: weights that sum to 100 stand best in one table.
   */
  row?: string;
  /**
   * The date whose value counts; by default the day of the evaluation.
   */
  at?: Operand;
  /**
   * Take this edition, whatever the day.
   */
  edition?: string;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * A structural constant: 0 or 1. What a law sets is a parameter.
 */
export interface Number {
  kind: "number";
  /**
   * `"0"` or `"1"`. Form: a decimal number such as '1234.56' or a fraction such as '2/3'.
   */
  value: string;
  /**
   * Its unit.
   */
  unit?: string;
}
/**
 * A parameter's value: by a code or a quantity, on a date, or of an edition.
 */
export interface LookUp {
  kind: "look_up";
  /**
   * Name of the parameter. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  parameter: string;
  /**
   * What finds the row of a table (a code) or the band (a quantity).
   */
  by?: Operand;
  /**
   * The row of a table, by its code: weights that sum to 100 stand best in one table.
   */
  row?: string;
  /**
   * The date whose value counts; by default the day of the evaluation.
   */
  at?: Operand;
  /**
   * Take this edition, whatever the day.
   */
  edition?: string;
}
/**
 * The sum of operands of one unit.
 */
export interface Sum {
  kind: "sum";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
}
/**
 * An operand less others of the same unit; may become negative.
 */
export interface Difference {
  kind: "difference";
  of: Operand;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  less: Operand[];
}
/**
 * The product of operands; units are multiplied.
 */
export interface Product {
  kind: "product";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
}
/**
 * An operand divided by another; units are divided.
 */
export interface Quotient {
  kind: "quotient";
  of: Operand;
  by: Operand;
}
/**
 * The least of operands: a cap; also the earliest of dates.
 */
export interface Least {
  kind: "least";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
}
/**
 * The greatest of operands: a floor that takes nothing from others; the latest of dates.
 */
export interface Greatest {
  kind: "greatest";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
}
/**
 * An operand rounded to a multiple of a step, by a named method.
 */
export interface Round {
  kind: "round";
  /**
   * What is rounded.
   */
  of: Operand;
  /**
   * In the operand's own unit: `"1"` for whole euros, `"0.01"` for cents. Form: a decimal number such as '1234.56', at most 18 digits before and after the point.
   */
  step: string;
  /**
   * The rounding.
   */
  method: Rounding;
}
/**
 * The sum over the records of a lower level, for each record of an upper one.
 */
export interface Total {
  kind: "total";
  /**
   * What is summed.
   */
  of: Operand;
  /**
   * The upper level. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per: string;
}
/**
 * The number of records of a lower level, for each record of an upper one.
 */
export interface Count {
  kind: "count";
  /**
   * The lower level. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  of: string;
  /**
   * The upper level. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per: string;
  /**
   * Count only records for which this holds.
   */
  when?: Operand;
  /**
   * Unit of the number.
   */
  unit: string;
}
/**
 * A part divided by the whole.
 */
export interface Share {
  kind: "share";
  /**
   * The part.
   */
  of: Operand;
  /**
   * A stated whole; lets a rule run for a few recipients alone.
   */
  whole?: Operand;
  /**
   * Without `whole`: the level whose records are the wholes. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per?: string;
}
/**
 * The first of several expressions whose condition holds.
 */
export interface Choose {
  kind: "choose";
  /**
   * Conditions and expressions, in order.
   *
   * @minItems 1
   * @maxItems 100
   */
  cases: Case[];
  /**
   * What is taken where no condition holds.
   */
  otherwise: Operand;
  /**
   * What is reported where no condition holds.
   */
  because?: Because;
}
/**
 * An expression with the condition under which it is taken.
 */
export interface Case {
  /**
   * Under which condition.
   */
  when: Operand;
  /**
   * What is taken.
   */
  then: Operand;
}
/**
 * What is said of a record for which no case holds.
 */
export interface Because {
  /**
   * Stable code of the finding. Form: lower-case letters, digits and '_', such as 'must_join'.
   */
  code: string;
  /**
   * The sentence in German; may name figures, parameters and rules in braces.
   */
  de: string;
  /**
   * The sentence in English.
   */
  en: string;
  /**
   * Ways to go on.
   *
   * @maxItems 100
   */
  ways?: Way[];
}
/**
 * One way to go on from a finding.
 */
export interface Way {
  /**
   * Stable code. Form: lower-case letters, digits and '_', such as 'must_join'.
   */
  code: string;
  /**
   * The sentence in German.
   */
  de: string;
  /**
   * The sentence in English.
   */
  en: string;
}
/**
 * A comparison of two quantities of one unit, or of two dates.
 */
export interface Compare {
  kind: "compare";
  /**
   * The left side.
   */
  left: Operand;
  /**
   * `at_least`, `at_most`, `above`, `below` or `equal`.
   */
  op: "at_least" | "at_most" | "above" | "below" | "equal";
  /**
   * The right side.
   */
  right: Operand;
}
/**
 * Whether a code is in a list.
 */
export interface OneOf {
  kind: "one_of";
  /**
   * The operand.
   */
  of: Operand;
  /**
   * @minItems 1
   * @maxItems 10000
   */
  values: string[];
}
/**
 * Whether all of several conditions hold.
 */
export interface AllOf {
  kind: "all_of";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
}
/**
 * Whether one of several conditions holds.
 */
export interface AnyOf {
  kind: "any_of";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
}
/**
 * Whether a condition does not hold.
 */
export interface Not {
  kind: "not";
  /**
   * The operand.
   */
  of: Operand;
}
/**
 * Floors and caps that keep the sum: who is at a bound stays there, the others share the rest.
 */
export interface Bound {
  kind: "bound";
  /**
   * What is bounded: amounts or a key.
   */
  of: Operand;
  /**
   * The floor.
   */
  at_least?: Operand;
  /**
   * The cap.
   */
  at_most?: Operand;
  /**
   * The level for each of whose records the sum is kept; by default the whole. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per?: string;
}
/**
 * A pot given out completely among the records of a lower level, in multiples of a step.
 */
export interface Split {
  kind: "split";
  /**
   * What is given out, for each record of its level.
   */
  pot: Operand;
  /**
   * The weights.
   */
  by?: Operand;
  /**
   * Without `by`: the level whose records get equal parts. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  among?: string;
  /**
   * Smallest part, in the pot's unit. Form: a decimal number such as '1234.56', at most 18 digits before and after the point.
   */
  step: string;
  /**
   * `largest_remainder`, `sainte_lague`, `dhondt`, `huntington_hill` or `adams`.
   */
  method: "largest_remainder" | "sainte_lague" | "dhondt" | "huntington_hill" | "adams";
  /**
   * What breaks a tie: the smaller `key`. A broken tie is reported.
   */
  ties?: "key";
}
/**
 * What each record is given in an order, until a budget is used; nothing to the rest.
 */
export interface Rank {
  kind: "rank";
  /**
   * What is given.
   */
  of: Operand;
  /**
   * What it uses of the budget; by default the same.
   */
  uses?: Operand;
  /**
   * What there is, for each record of `per` or of a level above.
   */
  budget: Operand;
  /**
   * The level whose records have an order of their own; by default the whole. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per?: string;
  /**
   * The order; equal records follow the smaller key, and a tie that decides is reported.
   *
   * @maxItems 20
   */
  order?: Criterion[];
  /**
   * What who no longer fits gets: nothing, or the part that is left.
   */
  last: "none" | "part";
  /**
   * After that, whether nobody gets anything, or who still fits.
   */
  after: "stop" | "skip";
}
/**
 * What records are ordered by.
 */
export interface Criterion {
  /**
   * A quantity or a date.
   */
  by: Operand;
  /**
   * Whether the high or the low ones come first.
   */
  first: "high" | "low";
}
/**
 * A date later or earlier: years and months first, ends of months clamped, then days.
 */
export interface Shift {
  kind: "shift";
  /**
   * The date.
   */
  of: Operand;
  /**
   * Years later; below zero, earlier.
   */
  years?: number;
  /**
   * Months later.
   */
  months?: number;
  /**
   * Days later.
   */
  days?: number;
}
/**
 * How long a period is, both ends counted.
 */
export interface Duration {
  kind: "duration";
  /**
   * First day.
   */
  start: Operand;
  /**
   * Last day. The day before the first one makes an empty span; an earlier one is a fault.
   */
  end: Operand;
  /**
   * `day`, `month`, `quarter` (three months) or `year` (twelve months).
   */
  unit: "day" | "month" | "quarter" | "year";
  /**
   * For all but days, what a broken month counts: its share of the calendar month (`calendar`), a whole one once it has `started`, or nothing until it is `full`. Months started and full are stepped from the start. With `calendar_started` every calendar month, quarter or year counts of which a day is covered.
   */
  part?: "calendar" | "calendar_started" | "started" | "full";
}
/**
 * How many key dates fall into a period, both ends counted.
 */
export interface CountDates {
  kind: "count_dates";
  /**
   * First day.
   */
  start: Operand;
  /**
   * Last day. The day before the first one makes an empty span; an earlier one is a fault.
   */
  end: Operand;
  /**
   * The key dates of every year, as month and day; 29 February counts in leap years.
   *
   * @minItems 1
   * @maxItems 366
   */
  on: string[];
  /**
   * Unit of the number.
   */
  unit: string;
}
/**
 * The sum of operands of one unit.
 */
export interface SumRule {
  kind: "sum";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * An operand less others of the same unit; may become negative.
 */
export interface DifferenceRule {
  kind: "difference";
  of: Operand;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  less: Operand[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * The product of operands; units are multiplied.
 */
export interface ProductRule {
  kind: "product";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * An operand divided by another; units are divided.
 */
export interface QuotientRule {
  kind: "quotient";
  of: Operand;
  by: Operand;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * The least of operands: a cap; also the earliest of dates.
 */
export interface LeastRule {
  kind: "least";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * The greatest of operands: a floor that takes nothing from others; the latest of dates.
 */
export interface GreatestRule {
  kind: "greatest";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * An operand rounded to a multiple of a step, by a named method.
 */
export interface RoundRule {
  kind: "round";
  /**
   * What is rounded.
   */
  of: Operand;
  /**
   * In the operand's own unit: `"1"` for whole euros, `"0.01"` for cents. Form: a decimal number such as '1234.56', at most 18 digits before and after the point.
   */
  step: string;
  /**
   * The rounding.
   */
  method: Rounding;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * The sum over the records of a lower level, for each record of an upper one.
 */
export interface TotalRule {
  kind: "total";
  /**
   * What is summed.
   */
  of: Operand;
  /**
   * The upper level. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per: string;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * The number of records of a lower level, for each record of an upper one.
 */
export interface CountRule {
  kind: "count";
  /**
   * The lower level. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  of: string;
  /**
   * The upper level. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per: string;
  /**
   * Count only records for which this holds.
   */
  when?: Operand;
  /**
   * Unit of the number.
   */
  unit: string;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * A part divided by the whole.
 */
export interface ShareRule {
  kind: "share";
  /**
   * The part.
   */
  of: Operand;
  /**
   * A stated whole; lets a rule run for a few recipients alone.
   */
  whole?: Operand;
  /**
   * Without `whole`: the level whose records are the wholes. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per?: string;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * The first of several expressions whose condition holds.
 */
export interface ChooseRule {
  kind: "choose";
  /**
   * Conditions and expressions, in order.
   *
   * @minItems 1
   * @maxItems 100
   */
  cases: Case[];
  /**
   * What is taken where no condition holds.
   */
  otherwise: Operand;
  /**
   * What is reported where no condition holds.
   */
  because?: Because;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * A comparison of two quantities of one unit, or of two dates.
 */
export interface CompareRule {
  kind: "compare";
  /**
   * The left side.
   */
  left: Operand;
  /**
   * `at_least`, `at_most`, `above`, `below` or `equal`.
   */
  op: "at_least" | "at_most" | "above" | "below" | "equal";
  /**
   * The right side.
   */
  right: Operand;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * Whether a code is in a list.
 */
export interface OneOfRule {
  kind: "one_of";
  /**
   * The operand.
   */
  of: Operand;
  /**
   * @minItems 1
   * @maxItems 10000
   */
  values: string[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * Whether all of several conditions hold.
 */
export interface AllOfRule {
  kind: "all_of";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * Whether one of several conditions holds.
 */
export interface AnyOfRule {
  kind: "any_of";
  /**
   * The operands.
   *
   * @minItems 1
   * @maxItems 1000
   */
  of: Operand[];
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * Whether a condition does not hold.
 */
export interface NotRule {
  kind: "not";
  /**
   * The operand.
   */
  of: Operand;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * Floors and caps that keep the sum: who is at a bound stays there, the others share the rest.
 */
export interface BoundRule {
  kind: "bound";
  /**
   * What is bounded: amounts or a key.
   */
  of: Operand;
  /**
   * The floor.
   */
  at_least?: Operand;
  /**
   * The cap.
   */
  at_most?: Operand;
  /**
   * The level for each of whose records the sum is kept; by default the whole. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per?: string;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * A pot given out completely among the records of a lower level, in multiples of a step.
 */
export interface SplitRule {
  kind: "split";
  /**
   * What is given out, for each record of its level.
   */
  pot: Operand;
  /**
   * The weights.
   */
  by?: Operand;
  /**
   * Without `by`: the level whose records get equal parts. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  among?: string;
  /**
   * Smallest part, in the pot's unit. Form: a decimal number such as '1234.56', at most 18 digits before and after the point.
   */
  step: string;
  /**
   * `largest_remainder`, `sainte_lague`, `dhondt`, `huntington_hill` or `adams`.
   */
  method: "largest_remainder" | "sainte_lague" | "dhondt" | "huntington_hill" | "adams";
  /**
   * What breaks a tie: the smaller `key`. A broken tie is reported.
   */
  ties?: "key";
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * What each record is given in an order, until a budget is used; nothing to the rest.
 */
export interface RankRule {
  kind: "rank";
  /**
   * What is given.
   */
  of: Operand;
  /**
   * What it uses of the budget; by default the same.
   */
  uses?: Operand;
  /**
   * What there is, for each record of `per` or of a level above.
   */
  budget: Operand;
  /**
   * The level whose records have an order of their own; by default the whole. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  per?: string;
  /**
   * The order; equal records follow the smaller key, and a tie that decides is reported.
   *
   * @maxItems 20
   */
  order?: Criterion[];
  /**
   * What who no longer fits gets: nothing, or the part that is left.
   */
  last: "none" | "part";
  /**
   * After that, whether nobody gets anything, or who still fits.
   */
  after: "stop" | "skip";
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * A date later or earlier: years and months first, ends of months clamped, then days.
 */
export interface ShiftRule {
  kind: "shift";
  /**
   * The date.
   */
  of: Operand;
  /**
   * Years later; below zero, earlier.
   */
  years?: number;
  /**
   * Months later.
   */
  months?: number;
  /**
   * Days later.
   */
  days?: number;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * How long a period is, both ends counted.
 */
export interface DurationRule {
  kind: "duration";
  /**
   * First day.
   */
  start: Operand;
  /**
   * Last day. The day before the first one makes an empty span; an earlier one is a fault.
   */
  end: Operand;
  /**
   * `day`, `month`, `quarter` (three months) or `year` (twelve months).
   */
  unit: "day" | "month" | "quarter" | "year";
  /**
   * For all but days, what a broken month counts: its share of the calendar month (`calendar`), a whole one once it has `started`, or nothing until it is `full`. Months started and full are stepped from the start. With `calendar_started` every calendar month, quarter or year counts of which a day is covered.
   */
  part?: "calendar" | "calendar_started" | "started" | "full";
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * How many key dates fall into a period, both ends counted.
 */
export interface CountDatesRule {
  kind: "count_dates";
  /**
   * First day.
   */
  start: Operand;
  /**
   * Last day. The day before the first one makes an empty span; an earlier one is a fault.
   */
  end: Operand;
  /**
   * The key dates of every year, as month and day; 29 February counts in leap years.
   *
   * @minItems 1
   * @maxItems 366
   */
  on: string[];
  /**
   * Unit of the number.
   */
  unit: string;
  /**
   * What its result is called.
   */
  label?: Bilingual;
  /**
   * Unit of the result; checked.
   */
  gives?: string;
}
/**
 * Something that must hold, and what follows if it does not.
 */
export interface Condition {
  /**
   * Stable code of the finding. Form: lower-case letters, digits and '_', such as 'must_join'.
   */
  code: string;
  /**
   * What must hold.
   */
  when: Operand;
  /**
   * `exclude`: the record is not there; `zero`: the award becomes 0; `notice`: the award stays.
   */
  effect: "exclude" | "zero" | "notice";
  /**
   * The sentence in German; may name figures, parameters and rules in braces.
   */
  de: string;
  /**
   * The sentence in English.
   */
  en: string;
  /**
   * Ways to go on.
   *
   * @maxItems 100
   */
  ways?: Way[];
}
/**
 * What comes out.
 */
export interface Result {
  /**
   * What each recipient gets.
   */
  award: Operand;
  /**
   * Its unit; checked.
   */
  unit: string;
  /**
   * The whole cost, where own money is part of it.
   */
  financed?: Operand;
  /**
   * What the awards are cut from, where there is such a thing.
   */
  pot?: Operand;
  /**
   * What is shown beside the award.
   *
   * @maxItems 500
   */
  outputs?: string[];
}
/**
 * Who pays a part of the award (or of the whole cost).
 */
export interface Source {
  /**
   * Who.
   */
  id: string;
  /**
   * How much, or `"rest"`.
   */
  amount: Operand;
  /**
   * A funder, or the recipient's own money.
   */
  role?: "funder" | "own";
  /**
   * What the part is called, in German.
   */
  de?: string;
  /**
   * What it is called, in English.
   */
  en?: string;
}
/**
 * A part of the award, by when it is paid.
 */
export interface Tranche {
  /**
   * Which.
   */
  id: string;
  /**
   * How much, or `"rest"`.
   */
  amount: Operand;
  /**
   * When, if a day is known.
   */
  due?: string;
  /**
   * What the part is called, in German.
   */
  de?: string;
  /**
   * What it is called, in English.
   */
  en?: string;
}
/**
 * A limit on the use of the award; earmarks need not add up.
 */
export interface Earmark {
  /**
   * Which.
   */
  id: string;
  /**
   * How much.
   */
  amount: Operand;
  /**
   * At least or at most so much.
   */
  sense?: "at_least" | "at_most";
  /**
   * What it is called, in German.
   */
  de?: string;
  /**
   * What it is called, in English.
   */
  en?: string;
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
