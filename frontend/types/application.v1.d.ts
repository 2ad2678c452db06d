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
/**
 * What a cost is for.
 */
export type CostCategory =
  "personnel" | "material" | "training" | "travel" | "overhead" | "investment" | "other";

/**
 * An application for a grant: by one body, by several as a consortium, or by a district.
 */
export interface ApplicationDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/application";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the application. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Id of the funding programme. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  programme: string;
  /**
   * When it came in.
   */
  received_on: string;
  /**
   * Who applies and gets the notice; of a consortium the one that leads it.
   */
  applicant: Participant;
  /**
   * The other bodies of a consortium, or the municipalities that a district applies for. The applicant itself is not among them.
   *
   * @maxItems 2000
   */
  members?: Participant[];
  /**
   * Whether the applicant brings a framework of its own.
   */
  applicant_takes_part?: boolean;
  /**
   * Who does the work for them.
   *
   * @maxItems 200
   */
  carriers?: Carrier[];
  /**
   * What is to be funded.
   *
   * @maxItems 10000
   */
  posts?: Post[];
  /**
   * The finance plan, where the grant depends on the cost.
   *
   * @maxItems 10000
   */
  costs?: CostLine[];
  /**
   * What the applicant pays itself.
   */
  own_money?: Money;
  /**
   * What else comes in.
   */
  income?: Money;
  /**
   * For which time.
   */
  period: Period;
  /**
   * When the work began, where that was before the notice.
   */
  started_on?: string;
  /**
   * Ids of the programmes with which cooperation is declared.
   *
   * @maxItems 20
   */
  cooperates_with?: string[];
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
 * A body that does the work for a recipient.
 */
export interface Carrier {
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * When the agreement with it was made, where one is needed.
   */
  agreed_on?: string;
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
