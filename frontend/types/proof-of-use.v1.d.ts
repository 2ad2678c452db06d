// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * What a cost is for.
 */
export type CostCategory =
  "personnel" | "material" | "training" | "travel" | "overhead" | "investment" | "other";
/**
 * An exact amount of one currency. Form: an amount with its currency such as '1234.56 EUR'.
 */
export type Money = string;

/**
 * The proof of use of a grant.
 */
export interface ProofOfUseDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/proof-of-use";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the proof. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Id of the grant. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  grant: string;
  /**
   * When it came in.
   */
  submitted_on: string;
  /**
   * Whether it is an interim proof.
   */
  is_interim?: boolean;
  /**
   * For which time.
   */
  period: Period;
  /**
   * Who has held which post for how long, in what part; see `Grant.posts`.
   *
   * @maxItems 10000
   */
  posts?: Post[];
  /**
   * What it really cost; the ids are those of the finance plan where it has the line.
   *
   * @maxItems 10000
   */
  costs?: CostLine[];
  /**
   * What else came in.
   */
  income?: Money;
  /**
   * What the recipient has paid itself.
   */
  own_money?: Money;
  /**
   * The narrative report.
   */
  report?: NarrativeReport;
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
 * The narrative report, once for an applicant, whoever did the work.
 */
export interface NarrativeReport {
  /**
   * Identity of the report. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Id of the grant. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  grant: string;
  /**
   * For which time.
   */
  period: Period;
  /**
   * The counted figures, added up; one that a carrier lacks is not there.
   */
  indicators?: {
    [k: string]: number;
  };
  /**
   * Who did not report, so that the figures lack theirs.
   *
   * @maxItems 2500
   */
  missing?: string[];
  /**
   * What it says in words.
   *
   * @maxItems 500
   */
  sections?: ReportSection[];
}
/**
 * A section of a narrative report.
 */
export interface ReportSection {
  /**
   * What it is about.
   */
  title: string;
  /**
   * What it says.
   */
  text: string;
  /**
   * Id of the carrier who wrote it, where several did. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  carrier?: string;
}
