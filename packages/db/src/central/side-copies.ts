import { bigint, index, int, mysqlTable, varchar } from "drizzle-orm/mysql-core";
import type { SideCopyKind, SideCopyState, SideCopyStep } from "@storehouse/domain";
import { exactText, moment, uuid } from "../columns.ts";

/**
 * Databases beside a factory's own: a backup that was restored to look at, or the factory as it was before a restore. A
 * row is there before its database and outlives it, so that nothing is left that no row names.
 */
export const sideCopies = mysqlTable(
  "side_copies",
  {
    id: uuid("id").primaryKey(),
    factoryId: uuid("factory_id").notNull(),
    kind: varchar("kind", { length: 12 }).$type<SideCopyKind>().notNull(),
    state: varchar("state", { length: 16 }).$type<SideCopyState>().notNull(),
    step: varchar("step", { length: 16 }).$type<SideCopyStep>(),
    /** The backup it is of. */
    backupId: uuid("backup_id"),
    /** The moment it is of, where it is of one. */
    asOf: moment("as_of"),
    /** The archive that an operator brought by hand, until it was restored; and whose it is, where it is another factory's. */
    fileName: exactText("file_name", { length: 64 }),
    originId: uuid("origin_id"),
    /** The second operator, without whom nothing of another factory is restored. */
    approvedBy: varchar("approved_by", { length: 100 }),
    dbName: exactText("db_name", { length: 64 }).notNull(),
    /** Who may read it, and nothing else; locked for this row. */
    dbUser: exactText("db_user", { length: 32 }),
    secret: varchar("secret", { length: 512 }),
    secretKeyId: exactText("secret_key_id", { length: 32 }),
    schemaVersion: int("schema_version"),
    savedAt: moment("saved_at"),
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    ofBytes: bigint("of_bytes", { mode: "number" }),
    rowCount: bigint("row_count", { mode: "number" }),
    requestedBy: varchar("requested_by", { length: 100 }),
    /** Who asked that it take the factory's place, and the backup that is taken of the factory first. */
    switchedBy: varchar("switched_by", { length: 100 }),
    safetyBackupId: uuid("safety_backup_id"),
    /** The row under which the factory as it was is kept: written before anything is moved. */
    keptId: uuid("kept_id"),
    /** Since when the factory lets nobody in. */
    closedAt: moment("closed_at"),
    /** How often it was begun. */
    attempts: int("attempts").notNull().default(0),
    reason: varchar("reason", { length: 500 }),
    requestedAt: moment("requested_at").notNull(),
    readyAt: moment("ready_at"),
    expiresAt: moment("expires_at"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    index("side_copies_factory_ix").on(t.factoryId, t.requestedAt, t.id),
    index("side_copies_state_ix").on(t.state, t.requestedAt),
    index("side_copies_requested_ix").on(t.requestedAt, t.id),
  ],
);
