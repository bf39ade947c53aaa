/** Attributes as people type them: one a line, name and value parted by a colon. Lines without a value are left out. */
export function attributesOf(text: string): Record<string, string> {
  const pairs = text.split("\n").flatMap((line): [string, string][] => {
    const at = line.indexOf(":");
    const name = line.slice(0, at).trim();
    const value = line.slice(at + 1).trim();
    return at > 0 && name !== "" && value !== "" ? [[name, value]] : [];
  });
  return Object.fromEntries(pairs);
}

/** The same the other way round. */
export const linesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
