export { findRecords } from "./find-records.ts";
export { getSearchIndex } from "./get-search-index.ts";
