import { bytesToUuid, uuidToBytes } from "@storehouse/db";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What a sign-in link carries once it was opened: the factory it was sealed for, and what is stored of its secret. */
export type LinkClaims = Readonly<{ factoryId: string; tokenHash: string }>;

const FACTORY_BYTES = 16;
const SECRET_BYTES = 32;
const SEAL_BYTES = 16;

/**
 * Makes the token of a link: the factory, 256 random bits, and a seal over both, so that nobody can name a factory with it
 * that the service has not written there itself.
 */
export function makeLinkToken(
  factoryId: string,
  secrets: readonly string[],
): Readonly<{ token: string; tokenHash: string }> {
  const secret = randomBytes(SECRET_BYTES);
  const body = Buffer.concat([uuidToBytes(factoryId), secret]);
  const token = Buffer.concat([body, sealOf(body, secrets[0] ?? "")]).toString("base64url");
  return { token, tokenHash: hashOf(secret) };
}

/** Reads the token of a link; undefined unless one of the secrets sealed it. */
export function readLinkToken(token: string, secrets: readonly string[]): LinkClaims | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== FACTORY_BYTES + SECRET_BYTES + SEAL_BYTES) return undefined;
  const body = bytes.subarray(0, FACTORY_BYTES + SECRET_BYTES);
  const seal = bytes.subarray(body.length);
  if (!secrets.some((secret) => timingSafeEqual(sealOf(body, secret), seal))) return undefined;
  const factoryId = bytesToUuid(body.subarray(0, FACTORY_BYTES));
  return { factoryId, tokenHash: hashOf(body.subarray(FACTORY_BYTES)) };
}

const hashOf = (secret: Buffer): string => createHash("sha256").update(secret).digest("hex");

const sealOf = (body: Buffer, secret: string): Buffer =>
  createHmac("sha256", secret).update("storehouse.sign-in-link:").update(body).digest().subarray(0, SEAL_BYTES);
