// What a spreadsheet program takes for the start of a formula, full-width forms and line starts included.
const DANGEROUS = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Makes a text cell of a CSV safe to open in a spreadsheet: an apostrophe goes before what would start a formula. */
export const guardCell = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** The same for a cell that is typed as text, where only a text that looks guarded already needs the apostrophe. */
export const guardTextCell = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);

/** Takes off the one apostrophe a guard put on, and no other: what was written comes back to the letter. */
export const unguardCell = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
