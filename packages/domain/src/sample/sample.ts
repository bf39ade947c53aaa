import { z } from "zod";
import { Id } from "../fields.ts";

/** What becomes of sample products that people booked themselves: the removal is refused, they are kept, or they go with those bookings. */
export const TOUCHED = ["refuse", "keep", "remove"] as const;

/** Loads a sample factory under an id the client chose: sent twice, it is there once. */
export const LoadSampleInput = z.strictObject({ id: Id });
export type LoadSampleInput = z.infer<typeof LoadSampleInput>;

export const RemoveSampleInput = z.strictObject({ id: Id, touched: z.enum(TOUCHED).default("refuse") });
export type RemoveSampleInput = z.infer<typeof RemoveSampleInput>;

/** What loading did. */
export type LoadedSample = Readonly<{ id: string; products: number; entries: number }>;

/** What removing did; `kept` products are the factory's own from then on. */
export type RemovedSample = Readonly<{ id: string; removed: number; kept: number }>;

/** The sample that is there, with what people booked on its products since, and whether one may be loaded. */
export type SampleState = Readonly<{
  sample: Readonly<{ id: string; loadedAt: string; touchedProducts: number; touchedEntries: number }> | null;
  isOffered: boolean;
}>;
