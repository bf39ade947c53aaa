import type { Module } from "../plan/plan.ts";
import type { SubscriptionFacts } from "../plan/subscription.ts";
import { z } from "zod";
import { Id, line, optionalLine, Version } from "../fields.ts";
import { PageInput, sorting } from "../page.ts";
import { RoleKey } from "../role/role.ts";
import type { DateFormat, NumberFormat } from "../settings/settings.ts";
import type { Language } from "./language.ts";

/** A person's name within the factory, without the @factory suffix; upper and lower case are the same name. */
export const Username = z
  .string({ error: "TEXT_EXPECTED" })
  .max(200, "TOO_LONG")
  .normalize("NFKC")
  .trim()
  .toLowerCase()
  .min(1, "REQUIRED")
  .min(2, "TOO_SHORT")
  .max(60, "TOO_LONG")
  .regex(/^[^@]*$/, "USERNAME_NO_AT")
  .regex(/^[a-z0-9][a-z0-9._-]*$/, "USERNAME_INVALID");

/** A password somebody chooses: 6 to 256 characters. The list of well-known bad ones is asked in the verb. */
export const NewPassword = z
  .string({ error: "TEXT_EXPECTED" })
  .min(1, "REQUIRED")
  .min(6, "PASSWORD_TOO_SHORT")
  .max(256, "TOO_LONG");

/** A password somebody presents to be checked. */
export const Password = z.string({ error: "TEXT_EXPECTED" }).min(1, "REQUIRED").max(256, "TOO_LONG");

/** Signing in: `username@db_name` (what follows the last @ names the factory) and the password. */
export const LoginInput = z.strictObject({
  login: z.string({ error: "TEXT_EXPECTED" }).min(1, "REQUIRED").max(320, "TOO_LONG"),
  password: Password,
});
export type LoginInput = z.infer<typeof LoginInput>;

export const ChangePasswordInput = z.strictObject({ current: Password, next: NewPassword });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

const email = z
  .union([z.literal("").transform(() => null), z.null(), z.email("EMAIL_INVALID").max(254, "TOO_LONG")])
  .optional()
  .transform((text) => text ?? null);

export const UpdateProfileInput = z.strictObject({ version: Version, name: line(100), email });
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

const role = RoleKey;

/** The places a person is limited to, each with the storage places of a site; none for everywhere. */
const locationIds = z.array(Id).max(200, "TOO_MANY").optional();

export const CreateUserInput = z.strictObject({
  id: Id,
  username: Username,
  name: line(100),
  email,
  role,
  locationIds,
  /** Without one the person can sign in only after they have chosen one by a link. */
  password: NewPassword.optional(),
});
export type CreateUserInput = z.infer<typeof CreateUserInput>;

/** A change of a person. Without `locationIds` their places stay as they are. */
export const UpdateUserInput = z.strictObject({
  id: Id,
  version: Version,
  name: line(100),
  email,
  role,
  locationIds,
  isActive: z.boolean(),
});
export type UpdateUserInput = z.infer<typeof UpdateUserInput>;

/** The columns people may be sorted by. */
export const USER_SORTS = ["username", "name", "email", "seen"] as const;

export const ListUsersInput = PageInput.extend({
  search: optionalLine(100),
  isActive: z.boolean().optional(),
  ...sorting(USER_SORTS),
}).strict();
export type ListUsersInput = z.infer<typeof ListUsersInput>;

/** A person as lists show them. Times are ISO strings. */
export type UserRow = Readonly<{
  id: string;
  username: string;
  name: string;
  email: string | null;
  /** A built-in role, or the id of one of the factory's own. */
  role: RoleKey;
  roleName: string;
  /** The places the person is limited to; empty for everywhere. */
  locationIds: readonly string[];
  placeNames: readonly string[];
  isActive: boolean;
  mustChangePassword: boolean;
  lastSeenAt: string | null;
  version: number;
}>;

/** One place a person is signed in. */
export type SessionRow = Readonly<{
  id: string;
  device: string;
  address: string;
  createdAt: string;
  lastSeenAt: string;
  isCurrent: boolean;
}>;

/** Who is signed in, and where: all that a page needs to draw itself. */
export type Me = Readonly<{
  userId: string;
  username: string;
  name: string;
  email: string | null;
  role: RoleKey;
  roleName: string;
  permissions: readonly string[];
  /** The names of the places the person is limited to; null for everywhere. */
  places: readonly string[] | null;
  mustChangePassword: boolean;
  /** The language the person chose; null while their browser decides. */
  language: Language | null;
  version: number;
  factoryName: string;
  dbName: string;
  currency: string;
  timeZone: string;
  numberFormat: NumberFormat;
  dateFormat: DateFormat;
  closedThrough: string | null;
  /** Set for an operator who looks by the factory's grant. */
  support?: Readonly<{ until: string }>;
  subscription: SubscriptionFacts;
  /** What the factory does not have: its plan leaves it out, or its masters turned it off. */
  modulesOff: readonly Module[];
}>;
