// Says of a value that Ajv refuses what the Python package says of it: same code, place and words.
import words from "./problem-codes.json" with { type: "json" };

/**
 * @typedef {"de" | "en"} Language
 * @typedef {{code: string, pointer: string, text: string}} Problem
 * @typedef {object} AjvError An error of Ajv with the options `allErrors` and `verbose`.
 * @property {string} keyword
 * @property {string} instancePath
 * @property {string} schemaPath
 * @property {Record<string, any>} params
 * @property {any} [data]
 * @property {any} [parentSchema]
 * @property {string} [propertyName]
 */

/** @type {Record<string, string>} */
const KEYWORDS = words.keywords;
/** @type {Record<string, string>} */
const PATTERNS = words.patterns;
/** @type {Record<string, string>} */
const KINDS = words.kinds;
/** @type {Record<string, Record<"found" | "allowed" | "remedy", Record<Language, string>>>} */
const CODES = words.codes;
/** @type {Record<string, Record<Language, string>>} */
const TYPES = words.types;

/** What is looked at first hides what comes after it in the same place. */
const ORDER = ["type", "discriminator", "required", "additionalProperties", "minLength", "maxLength"];

/**
 * Returns one problem for each place, as the package would report it.
 * @param {readonly AjvError[] | null | undefined} errors
 * @param {Language} language
 * @returns {Problem[]}
 */
export function problemsOf(errors, language) {
  const telling = (errors ?? []).filter((error, _, all) => tells(error, all));
  /** @type {Map<string, AjvError>} */
  const first = new Map();
  for (const error of telling) {
    const place = pointerOf(error);
    const other = first.get(place);
    if (!other || rank(error) < rank(other)) first.set(place, error);
  }
  return [...first].map(([pointer, error]) => problemOf(error, pointer, language));
}

/** @param {string} key */
const isOwn = (key) => key !== "format" && key !== "version"; // those two belong to every document

/** @param {AjvError} error */
const rank = (error) => (ORDER.indexOf(error.keyword) + ORDER.length + 1) % (ORDER.length + 1);

/**
 * Tells whether an error says something that no other one says better.
 * @param {AjvError} error
 * @param {readonly AjvError[]} all
 */
function tells(error, all) {
  if (error.keyword === "propertyNames") return false;
  const isObject = typeof error.data === "object" && error.data !== null && !Array.isArray(error.data);
  if (isOperand(error)) return !isObject;
  const branch = /^(.*\/oneOf)\/\d+\//.exec(error.schemaPath)?.[1];
  const union = branch && all.find((other) => other.schemaPath === branch && other !== error);
  if (union && union.instancePath === error.instancePath && !codesOf(error)) {
    // A branch of a union: of a text that is none where an object may stand, or a single code.
    return error.keyword !== "const" && error.keyword !== "type";
  }
  return !(error.keyword === "type" && isBelowOperand(error, all));
}

/** @param {AjvError} error */
const isOperand = (error) =>
  error.keyword === "oneOf" && error.parentSchema?.oneOf?.[1]?.$ref !== undefined && !codesOf(error);

/**
 * @param {AjvError} error
 * @param {readonly AjvError[]} all
 */
const isBelowOperand = (error, all) =>
  all.some((other) => isOperand(other) && other.instancePath === error.instancePath);

/**
 * Returns the codes that a schema lists.
 * @param {AjvError} error
 * @returns {string[] | undefined}
 */
function codesOf({ parentSchema }) {
  if (parentSchema?.enum) return parentSchema.enum;
  const options = parentSchema?.oneOf;
  return options?.every((/** @type {any} */ option) => "const" in option)
    ? options.map((/** @type {any} */ option) => option.const)
    : undefined;
}

/** @param {AjvError} error */
function pointerOf({ keyword, instancePath, params, propertyName }) {
  const key =
    propertyName ??
    (keyword === "required" ? params.missingProperty : undefined) ??
    (keyword === "additionalProperties" ? params.additionalProperty : undefined) ??
    (keyword === "discriminator" ? params.tag : undefined);
  const token = key?.replaceAll("~", "~0").replaceAll("/", "~1");
  return token === undefined ? instancePath : `${instancePath}/${token}`;
}

/**
 * @param {AjvError} error
 * @param {string} pointer
 * @param {Language} language
 * @returns {Problem}
 */
function problemOf(error, pointer, language) {
  const [code, values] = meaning(error, pointer, language);
  const said = /** @type {NonNullable<typeof CODES[string]>} */ (CODES[code]);
  const fill = (/** @type {Record<Language, string>} */ text) =>
    text[language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  const [found, allowed] = language === "de" ? ["gefunden", "erlaubt"] : ["found", "allowed"];
  const place = pointer || "/";
  const text = `${place}: ${found} ${fill(said.found)}; ${allowed}: ${fill(said.allowed)}. ${fill(said.remedy)}`;
  return { code, pointer, text };
}

/**
 * Returns the code, and what its sentences mention.
 * @param {AjvError} error
 * @param {string} pointer
 * @param {Language} language
 * @returns {[string, Record<string, unknown>]}
 */
function meaning(error, pointer, language) {
  const { keyword, params, parentSchema: schema = {}, data } = error;
  const length = lengthOf(data);
  const code = KEYWORDS[keyword] ?? "wrong_form";
  switch (keyword) {
    case "type":
    case "oneOf":
      if (keyword === "oneOf" && codesOf(error)) return [code, { codes: codesOf(error)?.join(", ") }];
      return wrongType(error, language);
    case "discriminator":
      if (data?.[params.tag] === undefined) return ["missing_key", {}];
      if (typeof params.tagValue !== "string") {
        return wrongType({ ...error, data: params.tagValue, parentSchema: { type: "string" } }, language);
      }
      return [code, { kinds: kindsOf(schema).join(", ") }];
    case "const":
      if (pointer === "/format") return ["wrong_format", { format: params.allowedValue }];
      if (pointer === "/version") return ["unknown_version", { known: params.allowedValue }];
      return ["unknown_kind", { kinds: params.allowedValue }];
    case "enum":
      return [code, { codes: codesOf(error)?.join(", ") }];
    case "additionalProperties":
      return [code, { keys: Object.keys(schema.properties ?? {}).filter(isOwn).join(", ") }];
    case "pattern":
    case "format": {
      const known = PATTERNS[schema.pattern] ?? code;
      if (known === "not_plain_text") return [known, { position: positionOf(schema.pattern, data) }];
      return [known, { length, form: schema["x-form"]?.[language] }];
    }
    case "minimum":
      return [code, { bound: `${language === "de" ? "mindestens" : "at least"} ${params.limit}` }];
    case "maximum":
      return [code, { bound: `${language === "de" ? "höchstens" : "at most"} ${params.limit}` }];
    default:
      return [code, { length, least: params.limit, most: params.limit }];
  }
}

/**
 * @param {AjvError} error
 * @param {Language} language
 * @returns {[string, Record<string, unknown>]}
 */
function wrongType(error, language) {
  const schema = error.parentSchema ?? {};
  const name = isOperand(error) ? "operand" : codesOf(error) ? "code" : (schema.format ?? schema.type);
  const allowed = TYPES[name]?.[language];
  if (error.data === null) return ["null_value", { allowed }];
  return ["wrong_type", { found: TYPES[typeOf(error.data)]?.[language], allowed }];
}

/**
 * Returns the kinds of the variants of a union.
 * @param {any} schema
 * @returns {(string | undefined)[]}
 */
const kindsOf = (schema) =>
  schema.oneOf.map((/** @type {any} */ option) => KINDS[option.$ref.split("/").at(-1)]);

/** @param {unknown} value */
function typeOf(value) {
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** @param {any} value */
function lengthOf(value) {
  if (typeof value === "string") return [...value].length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

/**
 * @param {string} pattern
 * @param {string} text
 */
const positionOf = (pattern, text) => [...text].findIndex((character) => !new RegExp(pattern, "u").test(character)) + 1;
