import { z } from "zod";

/** What a scan does. */
export const ACTIONS = ["in", "out", "move", "look"] as const;
export type Action = (typeof ACTIONS)[number];

const id = z.uuid().nullable().catch(null);
const unit = z.string().max(12).nullable().catch(null);

/** How this device scans: chosen once, kept until changed. Null for a place: each product's usual one; for a unit: the product's own. */
export const ScanSetup = z.object({
  action: z.enum(ACTIONS).catch("in"),
  places: z.object({ in: id, out: id, from: id, to: id }).catch({ in: null, out: null, from: null, to: null }),
  units: z.object({ in: unit, out: unit, move: unit }).catch({ in: null, out: null, move: null }),
  isMuted: z.boolean().catch(false),
});
export type ScanSetup = z.infer<typeof ScanSetup>;

/** How a device scans that was told nothing yet. */
export const FIRST_SETUP: ScanSetup = ScanSetup.parse({});

/**
 * A place's label was scanned: booking in or out goes there from now on. Of a move it is where it comes from, and once that is known where it
 * goes to. Looking up takes no place.
 */
export function withPlace(setup: ScanSetup, locationId: string): ScanSetup {
  const { action, places } = setup;
  if (action === "look") return setup;
  if (action !== "move") return { ...setup, places: { ...places, [action]: locationId } };
  if (places.from === null || places.from === locationId) return { ...setup, places: { ...places, from: locationId } };
  return { ...setup, places: { ...places, to: locationId } };
}
