const DIGITS_MAX = 15;

/** True for a number of which a spreadsheet program keeps every digit. */
export const isExactNumber = (text: string): boolean => text.replace(/\D/g, "").length <= DIGITS_MAX;

/** In a workbook _x0041_ stands for a letter: an underscore that would begin such a thing is written as its own. */
export const escapeHex = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
