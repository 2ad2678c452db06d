// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * What remains of a document that was deleted: that it was, and nothing about whom.
 */
export interface DeletionReceiptDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/deletion-receipt";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * Identity of the receipt; random or supplied. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * When.
   */
  deleted_on: string;
  /**
   * In which role.
   */
  role: string;
  /**
   * On which legal basis.
   */
  legal_basis: string;
  /**
   * The document's last digest. Whoever still holds a copy can tell that it is the one; nobody else can tell anything from it. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  head: string;
}
