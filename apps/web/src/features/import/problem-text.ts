import { IMPORT_LIMITS, type ImportProblem } from "@storehouse/domain";
import { t } from "../../language/t.ts";
import { CATEGORY_WORDS } from "../subcategory/index.ts";

/** What is wrong with a cell, to the person who has to mend it. */
export const problemText = ({ code, what }: Pick<ImportProblem, "code" | "what">): string =>
  t(`problem.${code}`, {
    what: code === "CATEGORY_ASSUMED" && Object.hasOwn(CATEGORY_WORDS, what) ? CATEGORY_WORDS[what as "raw"] : what,
    max: IMPORT_LIMITS.cellCharacters,
  });
