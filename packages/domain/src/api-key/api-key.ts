import { z } from "zod";
import { Id, line, Moment } from "../fields.ts";
import { PageInput } from "../page.ts";
import { type Permission, PERMISSIONS } from "../permission.ts";

// A key never manages people, keys, where news is sent, or its maker's own account: what it may do can't be made more by it, nor outlive it.
const NEVER = /^((users|roles|apiKeys|profile|settings|support)\.|webhooks\.(create|update|remove)$)/;

/** The permissions a key can be given. */
export const KEY_SCOPES: readonly Permission[] = PERMISSIONS.filter((permission) => !NEVER.test(permission));

const Scope = z.enum(PERMISSIONS).refine((permission) => KEY_SCOPES.includes(permission), "NOT_FOR_KEYS");

/** A key for a program: it acts as the person who made it, with these permissions of theirs and no others. */
export const CreateApiKeyInput = z.strictObject({
  id: Id,
  name: line(100),
  scopes: z
    .array(Scope)
    .min(1, "REQUIRED")
    .max(PERMISSIONS.length)
    .transform((all) => [...new Set(all)].toSorted()),
  /** When it ends by itself; null for never. */
  expiresAt: Moment.nullable(),
});
export type CreateApiKeyInput = z.infer<typeof CreateApiKeyInput>;

/** A new key. `token` is shown this once: sent again, the request is answered without it. */
export type CreatedApiKey = Readonly<{ id: string; token: string | null }>;

export const ListApiKeysInput = PageInput.strict();

export const RevokeApiKeyInput = z.strictObject({ id: Id });
export type RevokeApiKeyInput = z.infer<typeof RevokeApiKeyInput>;

/** A key as lists show it, without its secret. Times are ISO strings. */
export type ApiKeyRow = Readonly<{
  id: string;
  name: string;
  /** The last characters of the token, to tell one key from another. */
  ending: string;
  scopes: readonly Permission[];
  madeBy: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}>;
