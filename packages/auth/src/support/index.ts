export { findSupport, findSupportStanding, type SupportVisitor } from "./find-support.ts";
export { identifySupport } from "./identify-support.ts";
export { findGrant, supportDesk, type SupportDesk } from "./support-desk.ts";
export { closeSupportSession, openSupportSession } from "./support-session.ts";
