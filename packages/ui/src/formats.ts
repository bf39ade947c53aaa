import type { DateFormat, NumberFormat } from "@storehouse/domain";

/** How a factory writes figures and days, and by which clocks. */
export type Formats = Readonly<{ numberFormat: NumberFormat; dateFormat: DateFormat; timeZone: string }>;

let current: Formats = { numberFormat: "thousand", dateFormat: "words", timeZone: "UTC" };

/** The formats of the factory in this browser, for texts made outside of components. A server, which draws for many, never sets them. */
export const currentFormats = (): Formats => current;

/** Sets them; for the provider alone. */
export function setCurrentFormats(formats: Formats): void {
  current = formats;
}
