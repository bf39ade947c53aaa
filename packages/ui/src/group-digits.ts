type Grouping = { scale?: number | undefined; locale?: string | undefined };

/**
 * A decimal string for people: digits grouped as the locale does, a true minus, and exactly `scale` decimals when given (cut, never
 * rounded up from a float: the text is never turned into a number).
 */
export function groupDigits(text: string, { scale, locale }: Grouping = {}): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "0", given = ""] = match;
  const fraction = scale === undefined ? given.replace(/0+$/, "") : fractionOf(given, scale);
  const { format, point } = formatOf(locale);
  return `${sign === "-" ? "\u2212" : ""}${format.format(BigInt(whole))}${fraction === "" ? "" : point + fraction}`;
}

type LocaleFormat = Readonly<{ format: Intl.NumberFormat; point: string }>;
const formats = new Map<string, LocaleFormat>();

// Making a formatter costs more than a row of a table, so each locale's is made once.
function formatOf(locale: string | undefined): LocaleFormat {
  const known = formats.get(locale ?? "");
  if (known) return known;
  const format = new Intl.NumberFormat(locale);
  const point = format.formatToParts(0.5).find((part) => part.type === "decimal")?.value ?? ".";
  formats.set(locale ?? "", { format, point });
  return { format, point };
}

// Digits beyond the scale are kept when they say something: an average cost of 0.0125 is not 0.01.
function fractionOf(given: string, scale: number): string {
  const kept = given.replace(/0+$/, "");
  return kept.length > scale ? kept : kept.padEnd(scale, "0");
}
