import { randomBytes } from "node:crypto";
import type { Keys } from "./keys.ts";
import { SECRET_PLACES } from "./secret-places.ts";
import { type LockedSecret, lockText, unlockText } from "./secret.ts";

/** Where the secrets that webhooks are signed with are made and locked. One per factory: what it locks opens for nobody else's endpoint. */
export type WebhookVault = Readonly<{
  newSecret: (endpointId: string) => Readonly<{ secret: string; locked: LockedSecret }>;
  /** The bytes to sign with; undefined when the key is gone or the secret belongs to another endpoint. */
  keyOf: (endpointId: string, locked: LockedSecret) => Buffer | undefined;
}>;

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** Makes a factory's vault. A secret reads as Standard Webhooks has it: `whsec_` and 24 to 64 random bytes in base64. */
export function createWebhookVault(keys: Keys, factoryId: string): WebhookVault {
  const placeOf = (endpointId: string): string => SECRET_PLACES.webhook(factoryId, endpointId);
  return {
    newSecret: (endpointId) => {
      const secret = `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`;
      return { secret, locked: lockText(keys, placeOf(endpointId), secret) };
    },
    keyOf: (endpointId, locked) => {
      const secret = unlockText(keys, placeOf(endpointId), locked);
      return secret?.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), "base64") : undefined;
    },
  };
}
