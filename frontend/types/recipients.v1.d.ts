// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * Recipients with their figures as text: a document that is kept beside a `Statement`.
 */
export interface RecipientsDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/recipients";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * The recipients; no key stands twice.
   *
   * @maxItems 100000
   */
  members: ListedRecipient[];
  /**
   * Figures of level `all`, such as a pot, by name.
   */
  figures?: {
    [k: string]: string;
  };
  /**
   * Records that lie above recipients, or beside them, by level.
   */
  records?: {
    /**
     * @maxItems 100000
     */
    [k: string]: ListedRecord[];
  };
}
/**
 * Who may get something, with the figures as text.
 */
export interface ListedRecipient {
  /**
   * What identifies the recipient: an AGS, or the name that a printed table uses.
   */
  key: string;
  /**
   * What it is called; by default the key.
   */
  name?: string;
  /**
   * Its kind, where a rule asks for it.
   */
  kind?: string;
  /**
   * Key of the record above, where the programme has a level above recipients.
   */
  parent?: string;
  /**
   * What it brings, by name.
   */
  figures?: {
    [k: string]: string;
  };
  /**
   * Records below it, by level.
   */
  records?: {
    /**
     * @maxItems 100000
     */
    [k: string]: ListedRecord[];
  };
}
/**
 * A record of another level than the recipients', with its figures as text.
 */
export interface ListedRecord {
  /**
   * Its key among the records of its level, or of the same recipient.
   */
  key: string;
  /**
   * Key of the record above, where that is not the one in which it stands.
   */
  parent?: string;
  /**
   * What it brings, by name.
   */
  figures?: {
    [k: string]: string;
  };
  /**
   * Records below it, by level.
   */
  records?: {
    /**
     * @maxItems 100000
     */
    [k: string]: ListedRecord[];
  };
}
