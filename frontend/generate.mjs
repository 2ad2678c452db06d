// Writes types/*.d.ts from ../schemas/*.schema.json; with --check it only compares.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SCHEMAS = new URL("../schemas/", import.meta.url);
const TYPES = new URL("./types/", import.meta.url);
const BANNER =
  "// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.\n";

/** Makes the names of types those of the definitions: the generator prefers titles. */
function named(schema) {
  if (Array.isArray(schema)) return schema.map(named);
  if (schema === null || typeof schema !== "object") return schema;
  const { title, pattern, discriminator, allOf, ...rest } = schema;
  if (rest.$ref && rest.description) {
    // Words beside a reference would make the generator write the type out in each place.
    return { description: rest.description, allOf: [{ $ref: rest.$ref }] };
  }
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !key.startsWith("x-"))
      .map(([key, value]) => [key, keepsNames(key) ? namedEach(value) : named(value)]),
  );
}

const keepsNames = (key) => key === "properties" || key === "$defs";
const namedEach = (schemas) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, named(schema)]));

function plain(schema) {
  const found = named(schema);
  // A union that requires `kind` would be read as an intersection with an open object.
  for (const part of Object.values(found.$defs)) {
    if (part.oneOf) {
      delete part.type;
      delete part.required;
    }
  }
  const name = found.$id.split(":")[3];
  delete found.$id;
  return [found, name.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase()) + "Document"];
}

/** Counts of items would become tuples of every length. */
const OPTIONS = {
  additionalProperties: false,
  bannerComment: BANNER,
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: false,
  style: { printWidth: 100, singleQuote: false, semi: true },
};

const check = process.argv.includes("--check");
await mkdir(TYPES, { recursive: true });
let stale = 0;
for (const file of (await readdir(SCHEMAS)).filter((name) => name.endsWith(".schema.json")).sort()) {
  const [schema, name] = plain(JSON.parse(await readFile(new URL(file, SCHEMAS), "utf-8")));
  const text = await compile(schema, name, OPTIONS);
  const target = new URL(file.replace(".schema.json", ".d.ts"), TYPES);
  if (!check) {
    await writeFile(target, text);
  } else if ((await readFile(target, "utf-8").catch(() => "")) !== text) {
    console.error(`types/${file.replace(".schema.json", ".d.ts")} is stale; run npm run generate`);
    stale += 1;
  }
}
process.exit(stale ? 1 : 0);
