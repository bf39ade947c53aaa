import type { Movement } from "@storehouse/domain";
import { t } from "../../language/t.ts";

/** What each kind of movement is called, and the colour that stands for it. */
export const MOVEMENT_WORDS = {
  in: movement("in", "bg-fine"),
  made: movement("made", "bg-progress"),
  out: movement("out", "bg-accent"),
  moved: movement("moved", "bg-edge"),
  corrected: movement("corrected", "bg-attention"),
} satisfies Record<Movement, Readonly<{ name: string; short: string; fill: string }>>;

function movement(kind: Movement, fill: string) {
  return {
    get name() {
      return t(`home.movement_${kind}`);
    },
    get short() {
      return t(`home.movements_${kind}`);
    },
    fill,
  };
}
