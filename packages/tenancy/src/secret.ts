import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Keys } from "./keys.ts";
import { SECRET_PLACES } from "./secret-places.ts";

/** A secret as it is stored: locked with AES-256-GCM, and the name of the key. */
export type LockedSecret = Readonly<{ secret: string; secretKeyId: string }>;

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Locks a factory's database password. It opens for that factory only: its id is authenticated with it. */
export const lockSecret = (keys: Keys, factoryId: string, password: string): LockedSecret =>
  lockText(keys, placeOf(factoryId), password);

/** Unlocks a factory's database password. Throws when the key is gone, or when the value was changed or belongs to another factory. */
export function unlockSecret(keys: Keys, factoryId: string, locked: LockedSecret): string {
  if (keys.find(locked.secretKeyId) === undefined)
    throw new Error(
      `Factory ${factoryId}: its secret is locked with the key ${locked.secretKeyId}, which is not in STOREHOUSE_KEYS.`,
    );
  const text = unlockText(keys, placeOf(factoryId), locked);
  if (text === undefined)
    throw new Error(`Factory ${factoryId}: its secret was changed, cut, or written for another factory.`);
  return text;
}

/** Locks a text for one place, such as a column of one row: moved elsewhere it does not open. */
export function lockText(keys: Keys, place: string, text: string): LockedSecret {
  const { id, key } = keys.current;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(place, id));
  const locked = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { secret: Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString("base64url"), secretKeyId: id };
}

/** Unlocks a text; undefined when its key is gone, or when it was changed or locked for another place. */
export function unlockText(keys: Keys, place: string, { secret, secretKeyId }: LockedSecret): string | undefined {
  const found = keys.find(secretKeyId);
  if (found === undefined) return undefined;
  const bytes = Buffer.from(secret, "base64url");
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, found.key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(boundTo(place, secretKeyId))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}

/** Locks what an older key has locked with the current one; undefined when it does not open. */
export function relockText(keys: Keys, place: string, locked: LockedSecret): LockedSecret | undefined {
  const text = unlockText(keys, place, locked);
  return text === undefined ? undefined : lockText(keys, place, text);
}

const placeOf = SECRET_PLACES.factory;
const boundTo = (place: string, keyId: string): Buffer => Buffer.from(`${place}:${keyId}`);
