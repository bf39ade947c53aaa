export type { FactoryDoor } from "./factory-door.ts";
export { type Identified, identify, type IdentifyPorts } from "./identify.ts";
export { createLoginLimits, type LoginLimits } from "./limit/login-limits.ts";
export { createKeyLimit, type KeyLimit } from "./limit/key-limit.ts";
export { createPasswordGuard, type GuardPassword } from "./limit/password-limits.ts";
export {
  createRegistrationLimits,
  type RegistrationCaps,
  type RegistrationLimits,
} from "./limit/registration-limits.ts";
export { type LoggedIn, logIn, type LoginPorts } from "./login/log-in.ts";
export { assertUsablePassword } from "./password/assert-usable-password.ts";
export { hashPassword, verifyPassword } from "./password/password-hash.ts";
export { parseAuthSecrets } from "./session/auth-secrets.ts";
export type { Person } from "./session/find-person.ts";
export { createSessionCache, type SessionCache } from "./session/session-cache.ts";
export { isApiKey, mintApiKey, type MintedKey } from "./session/api-key-token.ts";
export { sessionCookieName } from "./session/session-cookie.ts";
export { encodeToken, SESSION_MAX_AGE_S } from "./session/session-token.ts";
export { clientAddress } from "./visitor/client-address.ts";
export { deviceName } from "./visitor/device-name.ts";
