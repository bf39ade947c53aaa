import { createHash } from "node:crypto";
import { propertiesOf, type JsonSchema } from "./input-schema.ts";

/** The names under which a write carries ids that its client makes. */
const CLIENT_MADE = ["clientId", "id", "variantId"];

/**
 * Fills in the ids that a client leaves to its `Idempotency-Key`: the same key by the same caller gives the same ids, so that a
 * write sent twice is done once. What the client named itself stays.
 */
export function fillIds(
  input: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
  seed: Readonly<{ key: string; caller: string; procedure: string }>,
): Record<string, unknown> {
  const names = Object.keys(propertiesOf(schema)).filter((name) => CLIENT_MADE.includes(name));
  const isMissing = (name: string) => input[name] === undefined && (schema.required ?? []).includes(name);
  const idOf = (name: string) => idFrom([seed.caller, seed.procedure, name, seed.key]);
  const filled = Object.fromEntries(names.filter(isMissing).map((name) => [name, idOf(name)]));
  return { ...filled, ...input };
}

/** A UUID of version 8 (RFC 9562) that says nothing but that the parts were these. */
function idFrom(parts: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
