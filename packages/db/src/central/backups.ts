import { bigint, boolean, index, int, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";

/** Every backup that was asked for or taken: where it stands, what it holds, and when it was last restored to see. */
export const backups = mysqlTable(
  "backups",
  {
    id: uuid("id").primaryKey(),
    /** The factory's id as text, or `central`: a null in its place would not count in the unique index. */
    subject: exactText("subject", { length: 36 }).notNull(),
    /** The turn of the timetable it was taken for: there is one of each. Null for one that somebody asked for. */
    slot: exactText("slot", { length: 20 }),
    state: varchar("state", { length: 16 }).notNull(),
    requestedBy: varchar("requested_by", { length: 100 }),
    /** Says nothing of whose it is; null when there is no file, or none any more. */
    fileName: exactText("file_name", { length: 64 }),
    /** The database it is being restored into to see: written before that is made, so that it can be cleared away. */
    scratchName: exactText("scratch_name", { length: 64 }),
    /** The server that is on: a factory that is about to move is proven on the one it moves to. */
    scratchServer: exactText("scratch_server", { length: 32 }),
    schemaVersion: int("schema_version"),
    serverVersion: varchar("server_version", { length: 100 }),
    keyId: exactText("key_id", { length: 32 }),
    tableCount: int("table_count"),
    rowCount: bigint("row_count", { mode: "number" }),
    /** Whose binary log it stands in, and in which of its files the changes since begin; null where there is none. */
    logServer: exactText("log_server", { length: 64 }),
    logFile: exactText("log_file", { length: 255 }),
    /** While it is being written, how much has been. */
    plainBytes: bigint("plain_bytes", { mode: "number" }),
    storedBytes: bigint("stored_bytes", { mode: "number" }),
    sha256: exactText("sha256", { length: 64 }),
    /** Why it came to nothing, in plain words. */
    reason: varchar("reason", { length: 500 }),
    /** How often it was restored to see and that could not be finished. */
    checks: int("checks").notNull().default(0),
    requestedAt: moment("requested_at").notNull(),
    startedAt: moment("started_at"),
    storedAt: moment("stored_at"),
    verifiedAt: moment("verified_at"),
  },
  (t) => [
    uniqueIndex("backups_slot_uq").on(t.subject, t.slot),
    index("backups_subject_ix").on(t.subject, t.requestedAt, t.id),
    index("backups_state_ix").on(t.state, t.requestedAt),
    index("backups_requested_ix").on(t.requestedAt, t.id),
  ],
);

/** The binary log of each database server, as the worker last saw it: the web may not ask for it. */
export const serverLogs = mysqlTable("server_logs", {
  /** What the server calls itself. */
  serverId: exactText("server_id", { length: 64 }).primaryKey(),
  /** False where it keeps none of which a moment could be made. */
  isKept: boolean("is_kept").notNull(),
  /** The oldest of its files. */
  firstFile: exactText("first_file", { length: 255 }),
  seenAt: moment("seen_at").notNull(),
});
