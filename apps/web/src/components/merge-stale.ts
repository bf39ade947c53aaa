type Values = Readonly<Record<string, unknown>>;

/** The fields a form was filled with that somebody else has changed since: what it started from, against what is stored now. */
export const changedByThem = (base: Values, theirs: Values): string[] =>
  Object.keys(base).filter((field) => field in theirs && !isSame(base[field], theirs[field]));

/** The fields that were changed in the form itself. */
export const changedByMe = (base: Values, mine: Values): string[] =>
  Object.keys(base).filter((field) => !isSame(base[field], mine[field]));

/** The form's fields as they are stored now; a field that is not stored by its name stays as it is. */
export const takeTheirs = (base: Values, theirs: Values): Values =>
  Object.fromEntries(Object.keys(base).map((field) => [field, field in theirs ? theirs[field] : base[field]]));

/** Both people's work: my fields where I changed them, theirs everywhere else. */
export const mergeMine = (base: Values, mine: Values, theirs: Values): Values => ({
  ...takeTheirs(base, theirs),
  ...Object.fromEntries(changedByMe(base, mine).map((field) => [field, mine[field]])),
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

// An empty box, null and nothing are one to a form, and the order of an object's keys says nothing.
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, plain(inner)]);
}
