import { z } from "zod";
import { procedureAt } from "../procedure-at.ts";

/** A JSON Schema, as far as paths and queries need to know it. */
export type JsonSchema = Readonly<{
  type?: string | readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  items?: JsonSchema;
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  default?: unknown;
  minItems?: number;
  prefixItems?: readonly JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  $ref?: string;
}>;

const known = new Map<string, JsonSchema>();

/** What a procedure takes, as JSON Schema 2020-12; an empty object's where it takes nothing. */
export function inputSchemaOf(procedure: string): JsonSchema {
  const made = known.get(procedure) ?? schemaOf(procedureAt(procedure)?.inputs[0]);
  known.set(procedure, made);
  return made;
}

function schemaOf(input: unknown): JsonSchema {
  if (!(input instanceof z.ZodType)) return { type: "object", properties: {} };
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  return schema as JsonSchema;
}

/** The properties a schema knows, whichever of its alternatives they stand in. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const entries = parts.flatMap((part) => Object.entries(propertiesOf(part)));
  return { ...Object.fromEntries(entries), ...schema.properties };
}

/** True where a value of the type would do. */
export function takes(schema: JsonSchema, type: string): boolean {
  const types = [schema.type ?? []].flat();
  return types.includes(type) || [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((one) => takes(one, type));
}
