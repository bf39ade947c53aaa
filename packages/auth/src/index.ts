export type { FactoryDoor } from "./factory-door.ts";
export { type Identified, identify, type IdentifyPorts } from "./identify.ts";
export { createAddressLimit, createGuessGuard, type GuardGuess, type LimitAddress } from "./limit/guess-limits.ts";
export { makeLinkToken } from "./link/link-token.ts";
export { enterByLink, type LinkPorts, type OpenLink, openLink } from "./link/open-link.ts";
export { createLoginLimits, type LoginLimits } from "./limit/login-limits.ts";
export { createKeyLimit, type KeyLimit } from "./limit/key-limit.ts";
export {
  createRegistrationLimits,
  type RegistrationCaps,
  type RegistrationLimits,
} from "./limit/registration-limits.ts";
export { type LoggedIn, logIn, type LoginOutcome, type LoginPorts } from "./login/log-in.ts";
export { passSecondStep } from "./login/pass-second-step.ts";
export * from "./operator/index.ts";
export { assertUsablePassword } from "./password/assert-usable-password.ts";
export { hashPassword, verifyPassword } from "./password/password-hash.ts";
export { createCodeVault } from "./second-factor/code-vault.ts";
export { codeUri } from "./second-factor/one-time-code.ts";
export { newRecoveryCodes } from "./second-factor/recovery-codes.ts";
export { spendCode } from "./second-factor/spend-code.ts";
export { parseAuthSecrets } from "./session/auth-secrets.ts";
export { findStanding } from "./session/find-standing.ts";
export type { Person } from "./session/find-person.ts";
export { createSessionCache, type SessionCache } from "./session/session-cache.ts";
export { isApiKey, mintApiKey, type MintedKey } from "./session/api-key-token.ts";
export { sessionCookieName } from "./session/session-cookie.ts";
export { encodeToken, SESSION_MAX_AGE_S } from "./session/session-token.ts";
export * from "./support/index.ts";
export { clientAddress } from "./visitor/client-address.ts";
export { deviceName } from "./visitor/device-name.ts";
