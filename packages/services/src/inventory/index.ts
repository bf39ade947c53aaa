export { balance } from "./balance.ts";
export type { Progress } from "./book-moves.ts";
export { listEntries } from "./list-entries.ts";
export { listLevels } from "./list-levels.ts";
export { postEntries } from "./post-entries.ts";
export { type Lines, postLines } from "./post-lines.ts";
export { reverse } from "./reverse.ts";
export { transferStock } from "./transfer-stock.ts";
export { verifyLedger } from "./verify-ledger.ts";
