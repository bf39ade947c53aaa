import type { JsonSchema } from "./input-schema.ts";

type Named = Readonly<Record<string, JsonSchema>>;

const ID = "019ac000-0000-7000-8000-000000000001";
const MOMENT = "2026-11-26T09:30:00.000Z";
/** Schemas that hold themselves come to an end here. */
const DEEP = 8;

/** Texts as they look under the names that fields have. */
const TEXTS: readonly (readonly [name: RegExp, text: string])[] = [
  [/(^|[a-z])ids?$|Id$|Ids$/, ID],
  [/(At|Until|^at|Since|^from|^to|^since|^before|^asOf)$/, MOMENT],
  [/quantity|onHand|available|balance|reserved|minimum|maximum|limit|stored|summed|canMake|need/i, "12.5"],
  [/cost|value|price|amount/i, "149.0000"],
  [/sku|code$/i, "FAN-1200"],
  [/unit$/i, "pcs"],
  [/name$/i, "Ceiling fan 1200 mm"],
  [/url/i, "https://shop.example.com/storehouse"],
];

/** A value that the schema would take: the first of what it lists, and for the rest what the field's name suggests. */
export function exampleOf(schema: JsonSchema, named: Named, name = "", depth = 0): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.$ref !== undefined) {
    const target = named[schema.$ref.split("/").at(-1) ?? ""];
    return target === undefined ? {} : exampleOf(target, named, name, depth + 1);
  }
  const [either] = schema.anyOf ?? schema.oneOf ?? [];
  if (either !== undefined) return exampleOf(either, named, name, depth);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, named, name, depth)));
  const [type] = [schema.type ?? []].flat();
  return ofType(type, schema, named, name, depth);
}

function ofType(type: string | undefined, schema: JsonSchema, named: Named, name: string, depth: number): unknown {
  switch (type ?? "anything") {
    case "string":
      return textOf(schema, name);
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return false;
    case "null":
      return null;
    case "array": {
      if (schema.prefixItems !== undefined)
        return schema.prefixItems.map((item) => exampleOf(item, named, name, depth + 1));
      return depth > DEEP || schema.items === undefined ? [] : [exampleOf(schema.items, named, name, depth + 1)];
    }
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([field]) => depth <= DEEP || (schema.required ?? []).includes(field))
          .map(([field, one]) => [field, exampleOf(one, named, field, depth + 1)]),
      );
    default:
      return {};
  }
}

function textOf({ format }: JsonSchema, name: string): string {
  if (format === "uuid") return ID;
  if (format === "date-time") return MOMENT;
  return TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? "text";
}
