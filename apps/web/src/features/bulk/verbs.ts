import { wordsOf } from "../../language/t.ts";
import type { BulkVerb } from "./use-bulk.tsx";

// Said when a button is drawn: while a module loads there is no language yet.
const WORDS = wordsOf({
  archive: "bulk.archive",
  takeBack: "bulk.takeBack",
  deactivate: "bulk.deactivate",
  letIn: "bulk.letInAgain",
});

const verb = (name: keyof typeof WORDS, change: BulkVerb["change"]): BulkVerb => ({
  get label() {
    return WORDS[name];
  },
  change,
});

/** Puts what is chosen out of use. */
export const ARCHIVE: BulkVerb = verb("archive", { field: "isArchived", value: true });
/** Takes what is chosen back into use. */
export const TAKE_BACK: BulkVerb = verb("takeBack", { field: "isArchived", value: false });
/** Keeps people from signing in. */
export const DEACTIVATE: BulkVerb = verb("deactivate", { field: "isActive", value: false });
/** Lets people sign in again. */
export const LET_IN: BulkVerb = verb("letIn", { field: "isActive", value: true });
