import type { BulkVerb } from "./use-bulk.tsx";

/** Puts what is chosen out of use. */
export const ARCHIVE: BulkVerb = { label: "Archive", change: { field: "isArchived", value: true } };
/** Takes what is chosen back into use. */
export const TAKE_BACK: BulkVerb = { label: "Take back", change: { field: "isArchived", value: false } };
/** Keeps people from signing in. */
export const DEACTIVATE: BulkVerb = { label: "Deactivate", change: { field: "isActive", value: false } };
/** Lets people sign in again. */
export const LET_IN: BulkVerb = { label: "Let in again", change: { field: "isActive", value: true } };
