import { z } from "zod";
import { line } from "../fields.ts";
import { NewPassword, Username } from "../user/user.ts";

/** Names a factory's database may not have: the server's own, ours, and those that would mislead. */
export const RESERVED_DB_NAMES: ReadonlySet<string> = new Set([
  "mysql",
  "sys",
  "information_schema",
  "performance_schema",
  "ndbinfo",
  "central_db",
  "test",
  "admin",
  "root",
  "storehouse",
  "operator",
  "public",
  "system",
  "support",
  "api",
  "www",
  "mail",
  "null",
  "undefined",
  "default",
  "administrator",
  "mariadb",
  "master",
  "employee",
]);

/** A factory's database name: what stands after the @ in a login. Lower case ASCII, 3 to 48 characters, not a reserved one. */
export const DbName = z
  .string({ error: "TEXT_EXPECTED" })
  .min(1, "REQUIRED")
  .min(3, "TOO_SHORT")
  .max(48, "TOO_LONG")
  .regex(/^[a-z][a-z0-9_]{2,47}$/, "DB_NAME_INVALID")
  .refine(
    (name) => !RESERVED_DB_NAMES.has(name) && !/^(storehouse|central|mysql|mariadb|innodb|sys)_/.test(name),
    "DB_NAME_RESERVED",
  );

/** The six fields a factory signs up with, and no more. */
export const RegisterInput = z.strictObject({
  factory_name: line(100),
  db_name: DbName,
  admin_username: Username,
  admin_password: NewPassword,
  admin_name: line(100),
  admin_email: z.union([z.literal(""), z.email("EMAIL_INVALID").max(254, "TOO_LONG")]).optional(),
});
export type RegisterInput = z.infer<typeof RegisterInput>;

/** The states a factory goes through (product.md, State machines). */
export const FACTORY_STATES = [
  "REQUESTED",
  "CREATING",
  "MIGRATING",
  "SEEDING",
  "READY",
  "RESTORING",
  "MOVING",
  "FAILED",
  "SUSPENDED",
  "ARCHIVED",
  "DELETING",
  "DELETED",
] as const;
export type FactoryState = (typeof FACTORY_STATES)[number];

/** Asks how far a registration has come. The ticket was handed out by `factory.register` and is known to nobody else. */
export const RegistrationInput = z.strictObject({ ticket: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "TICKET_INVALID") });

/** How far a registration has come, in the words the page shows. `login` is there from the start. */
export type Registration = Readonly<{ state: FactoryState; login: string; error: string | null }>;
