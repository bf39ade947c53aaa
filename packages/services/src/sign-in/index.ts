export { getSignIn } from "./get-sign-in.ts";
export { makeSignInLink } from "./make-sign-in-link.ts";
export type { SignInPorts } from "./ports.ts";
export { renewRecoveryCodes } from "./recovery-codes.ts";
export { confirmSecondFactor, getSecondFactor, startSecondFactor } from "./second-factor.ts";
export { removeSecondFactor, stopSecondFactor } from "./stop-second-factor.ts";
export { unlockSignIn } from "./unlock-sign-in.ts";
export { type LinkVisit, readSignInLink, useSignInLink } from "./use-sign-in-link.ts";
