import { boolean, index, int, json, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";

/** The registry of factories: where each one's database is, how to enter it, and in which state it is. */
export const factories = mysqlTable(
  "factories",
  {
    id: uuid("id").primaryKey(),
    factoryName: varchar("factory_name", { length: 100 }).notNull(),
    dbName: exactText("db_name", { length: 64 }).notNull(),
    /** What the worker calls the server that its database is on; web processes go by host and port. */
    server: exactText("server", { length: 32 }).notNull().default("main"),
    host: varchar("host", { length: 255 }).notNull(),
    port: int("port").notNull(),
    dbUser: exactText("db_user", { length: 32 }).notNull(),
    /** AES-256-GCM, bound to the factory's id; null until the database user is made. */
    secret: varchar("secret", { length: 512 }),
    secretKeyId: exactText("secret_key_id", { length: 32 }),
    /** Rises with every new password, so that pools opened with the old one are left behind. */
    credentialVersion: int("credential_version").notNull().default(1),
    state: varchar("state", { length: 16 }).notNull(),
    suspendReason: varchar("suspend_reason", { length: 255 }),
    suspendedAt: moment("suspended_at"),
    /** Its days until it may be deleted count from here; its last backup is kept meanwhile. */
    archivedAt: moment("archived_at"),
    deletedAt: moment("deleted_at"),
    plan: varchar("plan", { length: 32 }).notNull().default("trial"),
    limits: json("limits").$type<Record<string, number | null>>(),
    subscription: varchar("subscription", { length: 16 }).notNull().default("ACTIVE"),
    /** Until when the trial lasts or it is paid; null without an end. */
    periodEndsAt: moment("period_ends_at"),
    /** Modules of its plan that its masters have turned off. */
    modulesOff: json("modules_off").$type<unknown>(),
    schemaVersion: int("schema_version").notNull().default(0),
    /** Set when a migration failed here: the fleet goes on without this one until it is repaired. */
    quarantineReason: varchar("quarantine_reason", { length: 500 }),
    userCount: int("user_count").notNull().default(0),
    maxConnections: int("max_connections").notNull().default(5),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("factories_factory_name_uq").on(t.factoryName),
    uniqueIndex("factories_db_name_uq").on(t.dbName),
    uniqueIndex("factories_db_user_uq").on(t.dbUser),
    index("factories_state_ix").on(t.state, t.schemaVersion),
    index("factories_created_ix").on(t.createdAt, t.id),
    index("factories_people_ix").on(t.userCount, t.id),
    index("factories_period_ix").on(t.periodEndsAt, t.id),
  ],
);

/** A sign-up on its way to a factory: what the first master typed, the step reached, and who is at work on it. */
export const registrations = mysqlTable(
  "registrations",
  {
    factoryId: uuid("factory_id").primaryKey(),
    /** The names as typed: those in `factories` are let go when a sign-up fails for good. */
    factoryName: varchar("factory_name", { length: 100 }).notNull(),
    dbName: exactText("db_name", { length: 64 }).notNull(),
    /** SHA-256 of the ticket the browser holds. */
    ticketHash: exactText("ticket_hash", { length: 64 }).notNull(),
    adminUsername: varchar("admin_username", { length: 60 }).notNull(),
    adminName: varchar("admin_name", { length: 100 }).notNull(),
    adminEmail: varchar("admin_email", { length: 254 }),
    /** Emptied once the first master is made. */
    adminPasswordHash: varchar("admin_password_hash", { length: 255 }),
    /** Written before CREATE DATABASE, once the name was seen to be free: an empty database found afterwards is this sign-up's own. */
    isCreatingDatabase: boolean("is_creating_database").notNull().default(false),
    /** Written when the database carries the factory's id: only then may it be built on, and only such a one may be dropped. */
    hasCreatedDatabase: boolean("has_created_database").notNull().default(false),
    attempts: int("attempts").notNull().default(0),
    failedStep: varchar("failed_step", { length: 32 }),
    error: varchar("error", { length: 500 }),
    leaseHolder: varchar("lease_holder", { length: 100 }),
    leaseUntil: moment("lease_until"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("registrations_ticket_uq").on(t.ticketHash),
    index("registrations_updated_ix").on(t.updatedAt),
    index("registrations_created_ix").on(t.createdAt, t.factoryId),
    index("registrations_db_name_ix").on(t.dbName),
  ],
);
