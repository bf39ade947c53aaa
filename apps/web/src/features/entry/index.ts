export { EntriesPage } from "./entries-page.tsx";
export { EntryTable } from "./entry-table.tsx";
export { Unusual } from "./unusual.tsx";
export { When } from "./when.tsx";
export { ENTRY_TYPE_WORDS } from "./words.ts";
