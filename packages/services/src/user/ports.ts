import type { Module, Subscription } from "@storehouse/domain";
import type { SignInPorts } from "../sign-in/ports.ts";

/** What the use cases of people need and may not import: hashing, and the process's memory of sessions and pools. */
export type AccountPorts = Readonly<{
  /** The session this request came with, as lists show it. */
  sessionId: string;
  hashPassword: (password: string) => Promise<string>;
  verifyPassword: (hash: string, password: string) => Promise<boolean>;
  /** Runs a check of the caller's own password: throws WRONG_PASSWORD at the field when it fails, RATE_LIMITED when it failed too often. */
  guardPassword: (check: () => Promise<boolean>, field: string) => Promise<void>;
  /** Refuses with INVALID a well-known password, or one that is a name in disguise. */
  assertUsable: (password: string, field: string, names: readonly string[]) => void;
  /** Forgets what the process remembers of a person's sessions. Call it after the commit. */
  forgetPerson: (userId: string) => void;
  /** Has the answer take the session's cookie away. */
  clearCookie: () => void;
  /** Has the factory's people counted anew, and its pool's limit with them. Call it after the commit. */
  peopleChanged: () => Promise<void>;
  signIn: SignInPorts;
}>;

/** What the use cases of API keys may not import: the source of secrets, and the process's memory of who holds one. */
export type KeyPorts = Readonly<{
  /** Makes an API key for the caller: the token to hand out once, and what is kept of it. */
  mintApiKey: () => Readonly<{ token: string; secretHash: string; ending: string }>;
  /** As in AccountPorts. */
  forgetPerson: (userId: string) => void;
}>;

/** What the registry knows of the factory somebody is signed in to. */
export type FactoryFacts = Readonly<{ id: string; factoryName: string; dbName: string }>;

/** As `FactoryFacts`, and how the factory stands with the service. */
export type FactoryStanding = FactoryFacts & Readonly<{ subscription: Subscription; modulesOff: readonly Module[] }>;
