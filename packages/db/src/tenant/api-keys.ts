import { index, json, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** Keys that programs show in place of a session. Each acts as the person who made it. */
export const apiKeys = mysqlTable(
  "api_keys",
  {
    id: uuid("id").primaryKey(),
    name: varchar("name", { length: 100 }).notNull(),
    /** SHA-256 of the secret in the token: a copy of this table opens nothing. */
    secretHash: exactText("secret_hash", { length: 64 }).notNull(),
    ending: exactText("ending", { length: 4 }).notNull(),
    scopes: json("scopes").$type<readonly string[]>().notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at"),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [uniqueIndex("api_keys_secret_uq").on(t.secretHash), index("api_keys_created_ix").on(t.createdAt, t.id)],
);
