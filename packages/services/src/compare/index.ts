export { compareCopy } from "./compare-copy.ts";
export type { Copies } from "./copy-ports.ts";
export { listDifferences } from "./list-differences.ts";
export { takeBack } from "./take-back.ts";
export { undoTakeBack } from "./undo-take-back.ts";
