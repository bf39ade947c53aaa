import { decode, encode } from "next-auth/jwt";

/** Who gave the right password and has yet to give a code. */
export type ChallengeClaims = Readonly<{ userId: string; factoryId: string; sessionVersion: number }>;

const MAX_AGE_S = 5 * 60;
// Another key is derived with it than for sessions: neither token passes for the other.
const SALT = "storehouse.second-step";

/** Makes the token that stands between password and code. It opens nothing by itself. */
export const encodeChallenge = (
  { userId, factoryId, sessionVersion }: ChallengeClaims,
  secrets: readonly string[],
): Promise<string> =>
  encode({
    token: { sub: userId, fid: factoryId, sv: sessionVersion },
    secret: secrets[0] ?? "",
    salt: SALT,
    maxAge: MAX_AGE_S,
  });

/** Reads a challenge; undefined unless one of the secrets made it less than five minutes ago. */
export async function decodeChallenge(token: string, secrets: readonly string[]): Promise<ChallengeClaims | undefined> {
  for (const secret of secrets) {
    const claims = await decode({ token, secret, salt: SALT }).catch(() => null);
    if (claims === null) continue;
    const { sub, fid, sv } = claims;
    const isWhole = typeof sub === "string" && typeof fid === "string" && typeof sv === "number";
    return isWhole ? { userId: sub, factoryId: fid, sessionVersion: sv } : undefined;
  }
  return undefined;
}
