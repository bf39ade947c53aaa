export { MakePage } from "./make-page.tsx";
export { MakeSheet } from "./make-sheet.tsx";
