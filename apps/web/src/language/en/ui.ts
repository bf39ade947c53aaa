import { UI_WORDS } from "@storehouse/ui/words";

/** The primitives bring their English with them. */
export const ui = UI_WORDS;
