// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

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
 * How a number is known.
 */
export type Basis = "stated" | "inferred";
/**
 * How much a finding asks for.
 */
export type Severity = "notice" | "warning";

/**
 * What led to one award.
 */
export interface TraceDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/trace";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Id of the programme. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  programme: string;
  /**
   * The day whose law applied.
   */
  day: string;
  /**
   * The period paid for.
   */
  period?: Period;
  /**
   * The edition that was asked for.
   */
  edition?: string;
  /**
   * What was known later was left out.
   */
  as_known?: string;
  /**
   * Key of the recipient.
   */
  recipient: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * The rule whose result is the award.
   */
  award: string;
  /**
   * The rule whose result is cut by who pays, where that is not the award.
   */
  financed?: string;
  /**
   * The award as exact text. Form: an exact number such as '280220.00' or '1/3'.
   */
  amount: string;
  /**
   * Its unit.
   */
  unit: string;
  /**
   * Whether a condition has taken the recipient out of the calculation.
   */
  is_excluded?: boolean;
  /**
   * The formulas, each after those whose results it reads.
   *
   * @maxItems 100000
   */
  steps?: Step[];
  /**
   * The conditions.
   *
   * @maxItems 10000
   */
  checks?: Check[];
  /**
   * Who pays, when, and for what.
   *
   * @maxItems 1000
   */
  parts?: Part[];
  /**
   * What should be known about it.
   *
   * @maxItems 10000
   */
  findings?: Finding[];
  /**
   * The sources of numbers, by id.
   */
  citations?: {
    [k: string]: Citation;
  };
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
 * One formula, evaluated for one record.
 */
export interface Step {
  /**
   * Name of the rule; `award` for an award that is no named rule.
   */
  rule: string;
  /**
   * For a part of a rule that lies on a deeper level: where it stands in the rule. Form: a JSON Pointer such as '/of/0'.
   */
  place?: string;
  /**
   * Level of the record. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  level: string;
  /**
   * Key of the record: the recipient, one below it or above it; `all` for the whole.
   */
  record: string;
  /**
   * The formula.
   */
  formula: Operand;
  /**
   * What it reads.
   *
   * @maxItems 10000
   */
  inputs?: Input[];
  /**
   * What the record was told of others.
   *
   * @maxItems 10000
   */
  witnesses?: Witness[];
  /**
   * Exact result as text.
   */
  result: string;
  /**
   * Unit of the result; or `date`, `code` or `truth`.
   */
  unit: string;
  /**
   * The step in words.
   */
  sentences: Bilingual;
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
 * What a step reads.
 */
export interface Input {
  /**
   * Name of the figure, parameter, rule or level. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  name: string;
  /**
   * Whose value it is; absent where it is a table or many values, or a row that a look-up found.
   */
  record?: string;
  /**
   * Exact value as text; absent where it is a table or many values.
   */
  value?: string;
  /**
   * Its unit; or `date`, `code` or `truth`.
   */
  unit: string;
  /**
   * Of a parameter: whether its source states it or it was inferred.
   */
  basis?: Basis;
  /**
   * Of a parameter: id of its source.
   */
  citation?: string;
  /**
   * Of a parameter: the edition that was read.
   */
  edition?: string;
}
/**
 * What one record has to be told of the others to work out its own value.
 */
export interface Witness {
  /**
   * Where the node stands in the formula. Form: a JSON Pointer such as '/of/0'.
   */
  place?: string;
  /**
   * What it is told, by name.
   */
  values?: {
    [k: string]: string;
  };
  /**
   * The values of the records below, by key.
   */
  parts?: {
    [k: string]: string;
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
 * A condition, asked of a record; its rule is its code.
 */
export interface Check {
  /**
   * Name of the rule; `award` for an award that is no named rule.
   */
  rule: string;
  /**
   * For a part of a rule that lies on a deeper level: where it stands in the rule. Form: a JSON Pointer such as '/of/0'.
   */
  place?: string;
  /**
   * Level of the record. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  level: string;
  /**
   * Key of the record: the recipient, one below it or above it; `all` for the whole.
   */
  record: string;
  /**
   * The formula.
   */
  formula: Operand;
  /**
   * What it reads.
   *
   * @maxItems 10000
   */
  inputs?: Input[];
  /**
   * What the record was told of others.
   *
   * @maxItems 10000
   */
  witnesses?: Witness[];
  /**
   * Exact result as text.
   */
  result: string;
  /**
   * Unit of the result; or `date`, `code` or `truth`.
   */
  unit: string;
  /**
   * The step in words.
   */
  sentences: Bilingual;
  /**
   * What follows where it does not hold.
   */
  effect: "exclude" | "zero" | "notice";
  /**
   * Whether the record lies below the recipient.
   */
  is_below?: boolean;
}
/**
 * A part of the award: who pays it, when it is paid, or what it is to be used for.
 */
export interface Part {
  /**
   * Name of the rule; `award` for an award that is no named rule.
   */
  rule: string;
  /**
   * For a part of a rule that lies on a deeper level: where it stands in the rule. Form: a JSON Pointer such as '/of/0'.
   */
  place?: string;
  /**
   * Level of the record. Form: 1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter.
   */
  level: string;
  /**
   * Key of the record: the recipient, one below it or above it; `all` for the whole.
   */
  record: string;
  /**
   * The formula.
   */
  formula: Operand;
  /**
   * What it reads.
   *
   * @maxItems 10000
   */
  inputs?: Input[];
  /**
   * What the record was told of others.
   *
   * @maxItems 10000
   */
  witnesses?: Witness[];
  /**
   * Exact result as text.
   */
  result: string;
  /**
   * Unit of the result; or `date`, `code` or `truth`.
   */
  unit: string;
  /**
   * The step in words.
   */
  sentences: Bilingual;
  /**
   * What kind of part.
   */
  block: "source" | "tranche" | "earmark";
  /**
   * Of a source: a funder, or the recipient's own money.
   */
  role?: "funder" | "own";
  /**
   * Whether it is what the other parts leave.
   */
  is_rest?: boolean;
}
/**
 * Something that asks for attention.
 */
export interface Finding {
  /**
   * Stable code, such as `"must_join_others"`. Form: lower-case letters, digits and '_', such as 'must_join'.
   */
  code: string;
  /**
   * How much it asks for.
   */
  severity: Severity;
  /**
   * Key or id of what it is about; empty for the whole.
   */
  subject?: string;
  /**
   * The sentence in both languages.
   */
  text: Bilingual;
  /**
   * The figures that the sentence mentions, as exact text by name.
   */
  values?: {
    [k: string]: string;
  };
  /**
   * Ways to go on, where there are several.
   *
   * @maxItems 100
   */
  ways?: Way[];
  /**
   * The paragraph or document that it rests on, where one is known.
   */
  source?: string;
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
