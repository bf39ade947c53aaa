/** What a posting that made something calls its document: the version of the formula it was made by. */
export const FORMULA_VERSION = "formula_version";
