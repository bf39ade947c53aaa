export { applyBulk, undoBulk } from "./apply-bulk.ts";
export { countBulk, getBulkStatus, listBulk, listBulkRows } from "./list-bulk.ts";
export { previewBulk } from "./preview-bulk.ts";
