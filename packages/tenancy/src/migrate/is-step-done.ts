import type { Session } from "../provision/open-session.ts";

/** Table, column, key, constraint or foreign key there already; or already gone. MySQL has 1826 where MariaDB has 1005 and 121. */
const DONE_ALREADY: ReadonlySet<number> = new Set([1005, 1050, 1060, 1061, 1826, 1051, 1054, 1091, 3822, 3940]);

/** True when the error may mean that a run which was killed did the statement before it could record it. */
export const mayBeDone = (errno: number): boolean => DONE_ALREADY.has(errno);

type Question = Readonly<{ sql: string; isThere: boolean }>;

const SCHEMA = "table_schema = database()";
const TABLE = `select 1 as found from information_schema.tables where ${SCHEMA} and table_name = ?`;
const COLUMN = `select 1 as found from information_schema.columns where ${SCHEMA} and table_name = ? and column_name = ?`;
const INDEX = `select 1 as found from information_schema.statistics where ${SCHEMA} and table_name = ? and index_name = ?`;
const CONSTRAINT = `select 1 as found from information_schema.table_constraints where ${SCHEMA} and table_name = ? and constraint_name = ?`;

/** How each form of statement that drizzle-kit writes is recognised in the schema; the captures are table and name. */
const FORMS: readonly (readonly [RegExp, Question])[] = [
  [/^CREATE TABLE `(\w+)`/i, { sql: TABLE, isThere: true }],
  [/^DROP TABLE `(\w+)`/i, { sql: TABLE, isThere: false }],
  [/^ALTER TABLE `(\w+)` ADD CONSTRAINT `(\w+)`/i, { sql: CONSTRAINT, isThere: true }],
  [/^ALTER TABLE `(\w+)` DROP (?:CONSTRAINT|FOREIGN KEY|CHECK) `(\w+)`/i, { sql: CONSTRAINT, isThere: false }],
  [/^ALTER TABLE `(\w+)` DROP INDEX `(\w+)`/i, { sql: INDEX, isThere: false }],
  [/^ALTER TABLE `(\w+)` RENAME COLUMN `\w+` TO `(\w+)`/i, { sql: COLUMN, isThere: true }],
  [/^ALTER TABLE `(\w+)` DROP COLUMN `(\w+)`/i, { sql: COLUMN, isThere: false }],
  [/^ALTER TABLE `(\w+)` ADD `(\w+)`/i, { sql: COLUMN, isThere: true }],
];

/** Looks in the schema whether a statement's effect is there. False for forms it does not know: their error stands. */
export async function isStepDone(session: Session, sql: string): Promise<boolean> {
  const index = /^(CREATE (?:UNIQUE )?|DROP )INDEX `(\w+)` ON `(\w+)`/i.exec(sql);
  if (index?.[1]) {
    const found = await session.rows(INDEX, [index[3], index[2]]);
    return found.length > 0 === !index[1].toUpperCase().startsWith("DROP");
  }
  for (const [form, { sql: question, isThere }] of FORMS) {
    const [, ...names] = form.exec(sql) ?? [];
    if (names.length > 0) return (await session.rows(question, names)).length > 0 === isThere;
  }
  return false;
}
