/**
 * Folds indexes and foreign keys into the CREATE TABLE they belong to: one statement a table is the quickest way to a
 * new database. References may run ahead of the tables they name, so it is loaded with foreign_key_checks off.
 */
export function foldSnapshot(statements: readonly string[]): readonly string[] {
  const tables = new Map<string, string[]>();
  for (const statement of statements) {
    const { table, clause } = parse(statement);
    if (clause === undefined) tables.set(table, [statement.replace(/\n\);?$/, "")]);
    else tables.get(table)?.push(`\t${clause}`);
  }
  return [...tables.values()].map((parts) => `${parts.join(",\n")}\n);`);
}

/** What a generated statement adds to which table; a table's own CREATE has no clause. */
function parse(statement: string): { table: string; clause: string | undefined } {
  const created = /^CREATE TABLE `(\w+)` \(/.exec(statement);
  if (created?.[1]) return { table: created[1], clause: undefined };

  const constraint = /^ALTER TABLE `(\w+)` ADD (CONSTRAINT .+);$/.exec(statement);
  if (constraint?.[1]) return { table: constraint[1], clause: constraint[2] };

  const index = /^CREATE (UNIQUE )?INDEX (`\w+`) ON `(\w+)` (\(.+\));$/.exec(statement);
  if (index?.[3]) return { table: index[3], clause: `${index[1] ?? ""}KEY ${index[2]} ${index[4]}` };

  throw new Error(`The snapshot holds a statement of an unknown form: ${statement}`);
}
