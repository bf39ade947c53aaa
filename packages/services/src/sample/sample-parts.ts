import { type FanPart, fanParts } from "./fan-parts.ts";

/** The place of the sample from which goods leave; the others stand in its parts. */
export const DISPATCH = "Dispatch bay";

/** The forty products of the sample. */
export const sampleParts = (): readonly FanPart[] => fanParts(40);
