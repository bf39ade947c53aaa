export { endSupport } from "./end-support.ts";
export { getSupport } from "./get-support.ts";
export { grantSupport } from "./grant-support.ts";
export { noteSupportVisit } from "./note-support-visit.ts";
export type { SupportPorts } from "./ports.ts";
