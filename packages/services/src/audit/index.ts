export { commentLine, flagLine, resolveLine, unflagLine } from "./add-note.ts";
export { getAuditLine } from "./get-audit-line.ts";
export { listAudit } from "./list-audit.ts";
export { listHistory } from "./list-history.ts";
export { restoreRecord } from "./restore-record.ts";
