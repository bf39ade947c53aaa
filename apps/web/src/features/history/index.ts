export { ChangeList } from "./change-list.tsx";
export { FlagBadge } from "./flag-badge.tsx";
export { HistoryFold } from "./history-fold.tsx";
export { LineSheet } from "./line-sheet.tsx";
export { deedText, summaryOf } from "./line-words.ts";
export { RecordHistory } from "./record-history.tsx";
export { fieldText, valueText } from "./value-text.ts";
export { RecordLines } from "./record-lines.tsx";
