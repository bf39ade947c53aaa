import { RECOVERY_CODES } from "@storehouse/domain";
import { Secret } from "otpauth";
import { createHash } from "node:crypto";

/** Recovery codes as a person is shown them once, and what is stored of them. */
export type RecoveryCodeSet = Readonly<{ codes: readonly string[]; hashes: readonly string[] }>;

// 80 bits: enough that a plain hash, found in a copy of the table, can't be tried out.
const CODE_BYTES = 10;

/** Makes a person's recovery codes: sixteen letters and digits each, in groups of four. */
export function newRecoveryCodes(): RecoveryCodeSet {
  const plain = Array.from({ length: RECOVERY_CODES }, () => new Secret({ size: CODE_BYTES }).base32);
  return {
    codes: plain.map((code) => (code.match(/.{4}/g) ?? []).join("-")),
    hashes: plain.map(hashRecoveryCode),
  };
}

/** What is stored of a recovery code, given without its dashes. */
export const hashRecoveryCode = (code: string): string => createHash("sha256").update(code).digest("hex");
