export { commitImport } from "./commit-import.ts";
export { getImportStatus, listImports } from "./import-status.ts";
export { previewImport } from "./preview-import.ts";
export { undoImport } from "./undo-import.ts";
export { uploadImport } from "./upload-import.ts";
