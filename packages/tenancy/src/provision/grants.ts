import { getTableName, is } from "drizzle-orm";
import { MySqlTable } from "drizzle-orm/mysql-core";
import * as tables from "@storehouse/db/tenant";

/** Tables that the factory's own database user may add to and read, never change: the ledger, the audit log, whose database it is. */
export const APPEND_ONLY_TABLES: readonly string[] = [
  "audit_log",
  "audit_notes",
  "identity",
  "inventory_entries",
  "postings",
  "schema_migrations",
];

/** Every table of a factory's schema, by name. */
export const TENANT_TABLES: readonly string[] = Object.values(tables)
  .filter((table) => is(table, MySqlTable))
  .map((table) => getTableName(table))
  .sort();

/**
 * The rights of a factory's own user, and no more: reading and adding in its database, changing and removing in the tables that allow it.
 * `_` and `%` are wildcards in the database part of a grant on a whole database, so they are escaped there; a grant on one table takes them literally.
 * Run it after the schema is there: a grant on a table wants the table.
 */
export function grantStatements(dbName: string, user: string): readonly string[] {
  const account = accountName(user);
  return [
    `GRANT SELECT, INSERT ON ${quoteName(escapeWildcards(dbName))}.* TO ${account}`,
    ...TENANT_TABLES.filter((table) => !APPEND_ONLY_TABLES.includes(table)).map(
      (table) => `GRANT UPDATE, DELETE ON ${quoteName(dbName)}.${quoteName(table)} TO ${account}`,
    ),
  ];
}

/** The rights of a user who restores into one database and can touch no other. */
export const restoreGrant = (dbName: string, user: string): string =>
  `GRANT SELECT, INSERT, CREATE, DROP, ALTER, INDEX, REFERENCES ON ${quoteName(escapeWildcards(dbName))}.* TO ${accountName(user)}`;

const LOG_RIGHTS = { mariadb: "BINLOG REPLAY", mysql: "REPLICATION_APPLIER, SESSION_VARIABLES_ADMIN" } as const;

/** The rights of a user who puts changes of the server's log into one database and can change no other. */
export const replayGrants = (dbName: string, user: string, kind: keyof typeof LOG_RIGHTS): readonly string[] => [
  `GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES ON ${quoteName(escapeWildcards(dbName))}.* TO ${accountName(user)}`,
  `GRANT ${LOG_RIGHTS[kind]} ON *.* TO ${accountName(user)}`,
];

/** A factory's user as the server writes it. Any host: the network around the server decides who may come near. */
export const accountName = (user: string): string => `${quoteText(user)}@'%'`;

/** A name in backquotes. */
export const quoteName = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

/** Text in quotes, for statements that take no parameters. */
export const quoteText = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** A database's name as it stands in a grant on all of it. */
export const escapeWildcards = (name: string): string => name.replace(/[_%\\]/g, (character) => `\\${character}`);
