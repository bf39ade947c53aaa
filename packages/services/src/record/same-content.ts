/** JSON with the keys in order, so that two records of equal content give equal text whatever wrote them. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The fields in which two contents differ, of those the second has. */
export function changedFields<Content extends Record<string, unknown>>(
  before: Content,
  after: Content,
): (keyof Content & string)[] {
  return Object.keys(after).filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
}
