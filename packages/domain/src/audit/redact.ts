/** What stands in the audit log in place of a secret. */
export const REDACTED = "[hidden]";

const SECRET = /(password|secret|token|recoverycodes?|privatekey|passphrase)(hash|encrypted)?$/i;

/** The values without their secrets, at any depth, by the names of their fields. Whether something is set or not still shows. */
export function redact<T>(value: T): T {
  return redacted(value) as T;
}

function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      SECRET.test(field) && isSecret(one) ? REDACTED : redacted(one),
    ]),
  );
}

// A yes or no, as in mustChangePassword, is no secret.
const isSecret = (value: unknown): boolean => value !== null && value !== undefined && typeof value !== "boolean";
