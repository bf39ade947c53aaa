import { type Keys, type LockedSecret, lockText, SECRET_PLACES, unlockText } from "@storehouse/tenancy";
import { newCodeSecret, stepOfCode } from "./one-time-code.ts";

/** Where the secrets that phones make codes from are locked and tried. One per factory: what it locks opens for nobody else's person. */
export type CodeVault = Readonly<{
  newSecret: (userId: string) => Readonly<{ secret: string; locked: LockedSecret }>;
  /** The time step the code belongs to; undefined when it is not the person's code of now. */
  stepOf: (userId: string, locked: LockedSecret, code: string) => number | undefined;
}>;

/** Makes a factory's vault. */
export function createCodeVault(keys: Keys, factoryId: string): CodeVault {
  const placeOf = (userId: string): string => SECRET_PLACES.secondFactor(factoryId, userId);
  return {
    newSecret: (userId) => {
      const secret = newCodeSecret();
      return { secret, locked: lockText(keys, placeOf(userId), secret) };
    },
    stepOf: (userId, locked, code) => {
      const secret = unlockText(keys, placeOf(userId), locked);
      return secret === undefined ? undefined : stepOfCode(secret, code, new Date());
    },
  };
}
