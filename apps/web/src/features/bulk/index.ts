export { BulkHistoryButton } from "./bulk-history.tsx";
export { ARCHIVE, DEACTIVATE, LET_IN, TAKE_BACK } from "./verbs.ts";
export { useBulk } from "./use-bulk.tsx";
