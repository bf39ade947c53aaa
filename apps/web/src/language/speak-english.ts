import { en } from "./en/index.ts";
import { speak } from "./t.ts";
import { makeTranslation } from "./translation.ts";

// Tests of screens read English, as the journeys do.
speak(makeTranslation("en", en));
