import { bytesToUuid, uuidToBytes } from "@storehouse/db";
import { randomBytes } from "node:crypto";
import { hashSecret, type SessionClaims } from "./session-token.ts";

const PREFIX = "shk_";
const ID_BYTES = 16;
const SECRET_BYTES = 32;
const WHOLE = new RegExp(`^${PREFIX}[A-Za-z0-9_-]{${Math.ceil(((2 * ID_BYTES + SECRET_BYTES) * 4) / 3)}}$`);

/** A new API key: the token for its holder, and what is kept of it. */
export type MintedKey = Readonly<{ token: string; secretHash: string; ending: string }>;

/** True for what looks like an API key, not a session token. */
export const isApiKey = (token: string): boolean => token.startsWith(PREFIX);

/** Makes a key for a person of a factory: 256 random bits, behind the ids that say where to look them up. */
export function mintApiKey(factoryId: string, userId: string): MintedKey {
  const secret = randomBytes(SECRET_BYTES);
  const bytes = Buffer.concat([uuidToBytes(factoryId), uuidToBytes(userId), secret]);
  const token = `${PREFIX}${bytes.toString("base64url")}`;
  return { token, secretHash: hashSecret(secret.toString("base64url")), ending: token.slice(-4) };
}

/** Reads a key; undefined for what none can be. The ids in it only find the row: the secret alone lets in. */
export function readApiKey(token: string): SessionClaims | undefined {
  if (!WHOLE.test(token)) return undefined;
  const bytes = Buffer.from(token.slice(PREFIX.length), "base64url");
  if (bytes.length !== 2 * ID_BYTES + SECRET_BYTES) return undefined;
  return {
    factoryId: bytesToUuid(bytes.subarray(0, ID_BYTES)),
    userId: bytesToUuid(bytes.subarray(ID_BYTES, 2 * ID_BYTES)),
    sessionSecret: bytes.subarray(2 * ID_BYTES).toString("base64url"),
    // A key is handed out once: it does not age.
    issuedAt: Number.POSITIVE_INFINITY,
  };
}
