// Checks with Ajv what the Python tests check with jsonschema: good documents of every kind pass in
// both dialects, damaged ones fail, and they fail with the words of the Python package.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { problemsOf } from "./problems.mjs";

const ROOT = new URL("../", import.meta.url);
const read = async (path) => JSON.parse(await readFile(new URL(path, ROOT), "utf-8"));
const list = async (folder, ending) =>
  (await readdir(new URL(folder, ROOT))).filter((name) => name.endsWith(ending)).sort();

const OPTIONS = { allErrors: true, verbose: true, discriminator: true };
const VOCABULARY = ["x-de", "x-en", "x-form", "x-refers-to"];
const dialects = {
  "schema.json": new Ajv2020(OPTIONS),
  "forms.json": new Ajv(OPTIONS),
  "forms.de.json": new Ajv(OPTIONS),
};

const validators = {};
for (const [ending, ajv] of Object.entries(dialects)) {
  addFormats(ajv);
  ajv.addVocabulary(VOCABULARY);
  for (const file of await list("schemas", `.v1.${ending}`)) {
    const schema = await read(`schemas/${file}`);
    const format = schema.properties.format.const;
    (validators[format] ??= {})[ending] = ajv.compile(schema);
  }
}

const formOptions = { allErrors: true, verbose: true, strict: false };
for (const file of await list("schemas", ".forms.json")) {
  // As JSON Forms makes it, without the discriminator.
  const ajv = addFormats(new Ajv(formOptions));
  ajv.compile(await read(`schemas/${file}`));
}

let good = 0;
const FOLDER = "tests/documents/v1";
for (const file of await list(FOLDER, ".json")) {
  const document = await read(`${FOLDER}/${file}`);
  for (const [ending, validate] of Object.entries(validators[document.format] ?? {})) {
    assert(validate(document), `${file}, ${ending}: ${JSON.stringify(validate.errors?.[0]?.instancePath)}`);
    good += 1;
  }
}

/** Applies operations in the manner of JSON Patch. */
function changed(document, changes) {
  const copy = structuredClone(document);
  for (const { op, path, value } of changes) {
    const tokens = path.split("/").slice(1);
    const key = tokens.pop();
    const place = tokens.reduce((found, token) => found[token], copy);
    if (op === "remove") delete place[key];
    else place[key] = value;
  }
  return copy;
}

const byPlace = (a, b) => (a.pointer < b.pointer ? -1 : 1);
let bad = 0;
for (const { says, document: stem, changes, problems } of await read("frontend/damaged.json")) {
  const document = await read(`${FOLDER}/${stem}.json`);
  const damaged = changed(document, changes);
  for (const [ending, validate] of Object.entries(validators[document.format])) {
    assert(!validate(damaged), `${says}: accepted by ${ending}`);
    for (const language of ["en", "de"]) {
      const wanted = problems.map(({ text, ...rest }) => ({ ...rest, text: text[language] })).sort(byPlace);
      const found = problemsOf(validate.errors, language).sort(byPlace);
      assert.deepEqual(found, wanted, `${says}, ${ending}, ${language}`);
    }
    bad += 1;
  }
}
console.log(`${good} times a good document was accepted, ${bad} times a damaged one refused, in the package's words`);
