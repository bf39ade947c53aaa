export { assertUsablePassword } from "./password/assert-usable-password.ts";
export { hashPassword, verifyPassword } from "./password/password-hash.ts";
export { parseAuthSecrets } from "./session/auth-secrets.ts";
