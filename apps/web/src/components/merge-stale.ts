import { trimDecimal } from "@storehouse/domain";

type Values = Readonly<Record<string, unknown>>;

/** The fields a form was filled with that somebody else has changed since: what it started from, against what is stored now. */
export const changedByThem = (base: Values, theirs: Values): string[] =>
  Object.keys(base).filter((field) => field in theirs && !isSame(base[field], theirs[field]));

/** The fields that were changed in the form itself. */
export const changedByMe = (base: Values, mine: Values): string[] =>
  Object.keys(base).filter((field) => !isSame(base[field], mine[field]));

/** The form's fields as they are stored now; a field that is not stored by its name, or stored the same, stays as it is. */
export function takeTheirs(base: Values, theirs: Values): Values {
  const changed = new Set(changedByThem(base, theirs));
  return Object.fromEntries(
    Object.keys(base).map((field) => [field, changed.has(field) ? asTyped(theirs[field]) : base[field]]),
  );
}

/** A stored amount as somebody would type it: without the zeros that only fill its column. */
export const asTyped = (value: unknown): unknown =>
  typeof value === "string" && /^-?\d+\.(\d{4}|\d{6})$/.test(value) ? trimDecimal(value) : value;

/** Both people's work: my fields where I changed them, theirs everywhere else. */
export const mergeMine = (base: Values, mine: Values, theirs: Values): Values => ({
  ...takeTheirs(base, theirs),
  ...Object.fromEntries(changedByMe(base, mine).map((field) => [field, mine[field]])),
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

// An empty box, null and nothing are one to a form, and the order of a list or of an object's keys says nothing.
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(plain(one))).toSorted();
  if (typeof value !== "object") return asTyped(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, plain(inner)]);
}
