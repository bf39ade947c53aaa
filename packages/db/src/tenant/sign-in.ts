import { bigint, boolean, index, int, mysqlTable, primaryKey, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** The one link by which a person may choose a password. A new one takes the place of the old, which is thereby void. */
export const signInLinks = mysqlTable(
  "sign_in_links",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id),
    /** SHA-256 of the secret in the link: a copy of this table opens no account. */
    tokenHash: exactText("token_hash", { length: 64 }).notNull(),
    /** The person's session version when the link was made. */
    sessionVersion: int("session_version").notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [uniqueIndex("sign_in_links_token_uq").on(t.tokenHash), index("sign_in_links_created_by_ix").on(t.createdBy)],
);

/** The secret that a person's phone makes codes from. */
export const secondFactors = mysqlTable("second_factors", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id),
  /** Locked with a key of the installation, bound to the factory and the person. */
  secret: varchar("secret", { length: 255 }).notNull(),
  secretKeyId: exactText("secret_key_id", { length: 32 }).notNull(),
  /** False until a first code proved that the phone has the secret. */
  isOn: boolean("is_on").notNull().default(false),
  /** The time step of the last code that was accepted: it and those before it are spent. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  createdAt: moment("created_at").notNull(),
  confirmedAt: moment("confirmed_at"),
});

/** Codes for who has lost the phone, each good once. */
export const recoveryCodes = mysqlTable(
  "recovery_codes",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the code, which holds 80 random bits. */
    codeHash: exactText("code_hash", { length: 64 }).notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);
