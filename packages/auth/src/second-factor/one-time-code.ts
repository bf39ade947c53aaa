import { Secret, TOTP } from "otpauth";

/** What a phone makes codes by (RFC 6238): the values every authenticator app takes for granted. */
const RULE = { algorithm: "SHA1", digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
// A phone's clock may be one step off.
const STEPS_OFF = 1;

/** A new secret for a phone, in base32. */
export const newCodeSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that a phone's camera reads the secret from. */
export const codeUri = (secret: string, login: string): string =>
  new TOTP({ ...RULE, issuer: "Storehouse", label: login, secret: Secret.fromBase32(secret) }).toString();

/** The time step, counted from 1970, that the code belongs to; undefined when it is none of now. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...RULE, secret: Secret.fromBase32(secret) });
  const off = totp.validate({ token: code, timestamp, window: STEPS_OFF });
  return off === null ? undefined : totp.counter({ timestamp }) + off;
}
