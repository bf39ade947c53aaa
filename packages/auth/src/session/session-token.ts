import { createHash, randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";

/** How long a session lives without being used. */
export const SESSION_MAX_AGE_S = 30 * 24 * 60 * 60;

/** What a session token says. Only the session id in it is trusted to be current; the rest finds the row to look it up in. */
export type SessionClaims = Readonly<{
  userId: string;
  factoryId: string;
  /** 256 random bits; the factory's database keeps its hash. */
  sessionSecret: string;
  /** When the token was made, in seconds. */
  issuedAt: number;
}>;

/** What a new token is made of. The name and role in it are for people who read tokens; nothing decides by them. */
export type TokenContent = Readonly<{
  userId: string;
  factoryId: string;
  sessionSecret: string;
  dbName: string;
  role: string;
}>;

/** A new session id, from the system's random source. */
export const newSessionSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a session id: a copy of the sessions table opens no session. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Makes a token that next-auth reads too. The first secret encrypts. */
export function encodeToken(content: TokenContent, secrets: readonly string[]): Promise<string> {
  const { userId, factoryId, sessionSecret, dbName, role } = content;
  const token = { sub: userId, fid: factoryId, sid: sessionSecret, factory_db: dbName, role };
  return encode({ token, secret: secrets[0] ?? "", maxAge: SESSION_MAX_AGE_S });
}

/** Reads a token; undefined unless one of the secrets made it, it has not expired and it says all that it must. */
export async function decodeToken(token: string, secrets: readonly string[]): Promise<SessionClaims | undefined> {
  for (const secret of secrets) {
    const claims = await decode({ token, secret }).catch(() => null);
    if (claims === null) continue;
    const { sub, fid, sid, iat, exp } = claims;
    const isWhole =
      typeof sub === "string" &&
      typeof fid === "string" &&
      typeof sid === "string" &&
      typeof iat === "number" &&
      typeof exp === "number";
    return isWhole ? { userId: sub, factoryId: fid, sessionSecret: sid, issuedAt: iat } : undefined;
  }
  return undefined;
}
