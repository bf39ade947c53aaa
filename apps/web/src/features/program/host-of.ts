/** The host of an address, which is what people know a program by. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
