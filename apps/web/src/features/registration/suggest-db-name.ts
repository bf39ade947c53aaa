/** A database name made from a factory's name: "Steel Works Ltd." becomes steel_works_ltd. Empty when nothing of it can be used. */
export function suggestDbName(factoryName: string): string {
  return factoryName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 48)
    .replace(/_+$/, "");
}
