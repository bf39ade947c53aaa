import type { TenantDb } from "@storehouse/db";
import type { Failure } from "@storehouse/domain";

/** A secret as it is stored, and the name of the key it is locked with. */
export type Locked = Readonly<{ secret: string; secretKeyId: string }>;

/** What the use cases of signing in need and may not import: secrets, hashing, and what the process remembers. */
export type SignInPorts = Readonly<{
  /** A new link to choose a password by, and what is stored of it. */
  newLink: () => Readonly<{ url: string; tokenHash: string }>;
  newCodeSecret: (userId: string) => Readonly<{ secret: string; locked: Locked }>;
  /** The address a phone reads a secret from. */
  codeUri: (secret: string, username: string) => string;
  /** The time step a phone's code belongs to; undefined when it is none of now. */
  stepOfCode: (userId: string, locked: Locked, code: string) => number | undefined;
  /** Accepts a code of the person's phone, or one of their recovery codes, once. */
  spendCode: (db: TenantDb, userId: string, code: string) => Promise<boolean>;
  newRecoveryCodes: () => Readonly<{ codes: readonly string[]; hashes: readonly string[] }>;
  /** Runs a check of a code the caller typed: throws the refusal when it fails, RATE_LIMITED when it failed too often. */
  guardCode: (check: () => Promise<boolean>, refusal: Failure) => Promise<void>;
  /** Until when signing in is closed to how many addresses, by the person's username. */
  lockOf: (username: string) => Promise<Readonly<{ addresses: number; until: Date }> | undefined>;
  /** Forgets the wrong passwords that were tried. */
  unlock: (username: string) => Promise<void>;
}>;
