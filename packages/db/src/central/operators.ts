import { bigint, boolean, index, int, mysqlTable, primaryKey, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";

/** Those who run the service. They are people of no factory, and nothing of a factory's sign-in opens their console. */
export const operators = mysqlTable(
  "operators",
  {
    id: uuid("id").primaryKey(),
    username: exactText("username", { length: 60 }).notNull(),
    name: varchar("name", { length: 100 }).notNull(),
    role: varchar("role", { length: 16 }).notNull(),
    /** Null until they have used their link. */
    passwordHash: varchar("password_hash", { length: 255 }),
    /** What their phone makes codes from, locked: from the opening of the link on, and in use once it was spent. */
    secret: varchar("secret", { length: 512 }),
    secretKeyId: exactText("secret_key_id", { length: 32 }),
    /** The latest time step a code was accepted of: none is accepted twice. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
    linkHash: exactText("link_hash", { length: 64 }),
    linkExpiresAt: moment("link_expires_at"),
    isActive: boolean("is_active").notNull().default(true),
    /** Rises with everything that ends their sessions. */
    sessionVersion: int("session_version").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    lastSeenAt: moment("last_seen_at"),
  },
  (t) => [uniqueIndex("operators_username_uq").on(t.username)],
);

/** The factories an OPERATOR is assigned. */
export const operatorFactories = mysqlTable(
  "operator_factories",
  { operatorId: uuid("operator_id").notNull(), factoryId: uuid("factory_id").notNull() },
  (t) => [primaryKey({ columns: [t.operatorId, t.factoryId] })],
);

/** Recovery codes of operators, as hashes; each is good once. */
export const operatorRecoveryCodes = mysqlTable(
  "operator_recovery_codes",
  {
    operatorId: uuid("operator_id").notNull(),
    codeHash: exactText("code_hash", { length: 64 }).notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.codeHash] })],
);

/** Sessions of the console. */
export const operatorSessions = mysqlTable(
  "operator_sessions",
  {
    /** SHA-256 of what the cookie holds. */
    id: exactText("id", { length: 64 }).primaryKey(),
    publicId: uuid("public_id").notNull(),
    operatorId: uuid("operator_id").notNull(),
    sessionVersion: int("session_version").notNull(),
    device: varchar("device", { length: 120 }).notNull(),
    address: varchar("address", { length: 64 }).notNull(),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    /** However much it is used. */
    endsAt: moment("ends_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    uniqueIndex("operator_sessions_public_uq").on(t.publicId),
    index("operator_sessions_operator_ix").on(t.operatorId, t.createdAt),
    index("operator_sessions_ends_ix").on(t.endsAt),
  ],
);
