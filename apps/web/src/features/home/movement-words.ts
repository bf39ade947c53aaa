import type { Movement } from "@storehouse/domain";

/** What each kind of movement is called, and the colour that stands for it. */
export const MOVEMENT_WORDS = {
  in: { name: "In", short: "in", fill: "bg-fine" },
  made: { name: "Made", short: "made", fill: "bg-progress" },
  out: { name: "Out", short: "out", fill: "bg-accent" },
  moved: { name: "Moved", short: "moved", fill: "bg-edge" },
  corrected: { name: "Corrected", short: "corrected", fill: "bg-attention" },
} as const satisfies Record<Movement, Readonly<{ name: string; short: string; fill: string }>>;
