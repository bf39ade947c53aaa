import { bigint, boolean, index, int, mysqlTable, varchar } from "drizzle-orm/mysql-core";
import type { MoveState } from "@storehouse/domain";
import { exactText, moment, uuid } from "../columns.ts";

/** The database servers that the worker knows, as it saw them last: nobody enters one by this. */
export const databaseServers = mysqlTable("database_servers", {
  name: exactText("name", { length: 32 }).primaryKey(),
  host: varchar("host", { length: 255 }).notNull(),
  port: int("port").notNull(),
  version: varchar("version", { length: 100 }),
  maxConnections: int("max_connections"),
  /** Why it can't be used now, in plain words. */
  error: varchar("error", { length: 500 }),
  seenAt: moment("seen_at").notNull(),
});

/**
 * Moves of factories from one server to another. A row is there before anything is made on the new server, and says for
 * a week where on the former one the factory's old database is kept.
 */
export const factoryMoves = mysqlTable(
  "factory_moves",
  {
    /** That of the job. */
    id: uuid("id").primaryKey(),
    factoryId: uuid("factory_id").notNull(),
    fromServer: exactText("from_server", { length: 32 }).notNull(),
    toServer: exactText("to_server", { length: 32 }).notNull(),
    state: varchar("state", { length: 16 }).$type<MoveState>().notNull(),
    /** The factory's state before it was closed, to be given back. */
    formerState: varchar("former_state", { length: 16 }).notNull(),
    /** True from when the name was seen to be free on the new server: what stands under it afterwards is the move's own. */
    hasBegun: boolean("has_begun").notNull().default(false),
    requestedBy: varchar("requested_by", { length: 100 }).notNull(),
    rowCount: bigint("row_count", { mode: "number" }),
    /** Why it came to nothing, in plain words. */
    reason: varchar("reason", { length: 500 }),
    startedAt: moment("started_at").notNull(),
    closedAt: moment("closed_at"),
    openedAt: moment("opened_at"),
    /** Since when the old database lies under the name it is kept by, and until when. */
    keptAt: moment("kept_at"),
    keptUntil: moment("kept_until"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    index("factory_moves_factory_ix").on(t.factoryId, t.startedAt),
    index("factory_moves_state_ix").on(t.state, t.startedAt),
  ],
);
