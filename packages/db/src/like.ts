import { type AnyColumn, type SQL, sql } from "drizzle-orm";

const escape = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/** True where the column holds the text anywhere; % and _ in it mean themselves. */
export const contains = (column: AnyColumn, text: string): SQL => sql`${column} like ${`%${escape(text)}%`}`;

/** True where the column begins with the text: served by an index on it. */
export const startsWith = (column: AnyColumn, text: string): SQL => sql`${column} like ${`${escape(text)}%`}`;
