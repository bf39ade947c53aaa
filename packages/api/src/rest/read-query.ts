import { type JsonSchema, propertiesOf, takes } from "./input-schema.ts";

/**
 * A query string as the input it stands for: numbers and yes-or-no where the schema wants them, a list from a name given
 * several times or from commas. What does not fit stays text, for the schema to refuse at its field.
 */
export function readQuery(query: string, schema: JsonSchema): Record<string, unknown> {
  const properties = propertiesOf(schema);
  const params = new URLSearchParams(query);
  const names = [...new Set(params.keys())];
  return Object.fromEntries(names.map((name) => [name, valueOf(params.getAll(name), properties[name])]));
}

function valueOf(texts: readonly string[], schema: JsonSchema | undefined): unknown {
  const [first = ""] = texts;
  if (schema === undefined) return first;
  if (takes(schema, "array")) return texts.flatMap((text) => text.split(","));
  if (takes(schema, "boolean") && /^(true|false)$/.test(first)) return first === "true";
  const isNumber = takes(schema, "integer") || takes(schema, "number");
  return isNumber && /^-?\d+(\.\d+)?$/.test(first) ? Number(first) : first;
}
