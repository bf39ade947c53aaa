import { Secret, TOTP } from "otpauth";

/** What a person's authenticator app shows at a moment for a secret in base32. */
export const codeOfPhone = (secret: string, at: Date = new Date()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
