import { boolean, index, int, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";
import { roles } from "./roles.ts";

/** The people of the factory. Never deleted: the ledger names them. */
export const users = mysqlTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    username: exactText("username", { length: 60 }).notNull(),
    name: varchar("name", { length: 100 }).notNull(),
    email: varchar("email", { length: 254 }),
    passwordHash: varchar("password_hash", { length: 255 }).notNull(),
    /** A built-in role's name; "own" for one of the factory's own, which `roleId` then names. */
    role: varchar("role", { length: 40 }).notNull(),
    roleId: uuid("role_id").references(() => roles.id),
    isActive: boolean("is_active").notNull().default(true),
    /** The language the person chose to be spoken to in; null while their browser decides. */
    language: varchar("language", { length: 8 }),
    mustChangePassword: boolean("must_change_password").notNull().default(false),
    /** Rises when the password is set, the role changes or the person is deactivated: links and half-done sign-ins of before are void. */
    sessionVersion: int("session_version").notNull().default(1),
    lastSeenAt: moment("last_seen_at"),
    version: int("version").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("users_username_uq").on(t.username),
    index("users_role_ix").on(t.role, t.isActive),
    index("users_own_role_ix").on(t.roleId),
  ],
);

/** Where people are signed in. The id in a session token is looked up here on the way in. */
export const sessions = mysqlTable(
  "sessions",
  {
    /** SHA-256 of the session id in the token: a copy of this table opens no session. */
    id: exactText("id", { length: 64 }).primaryKey(),
    publicId: uuid("public_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    device: varchar("device", { length: 120 }).notNull(),
    address: varchar("address", { length: 64 }).notNull(),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    uniqueIndex("sessions_public_uq").on(t.publicId),
    index("sessions_user_ix").on(t.userId, t.revokedAt, t.lastSeenAt),
  ],
);
