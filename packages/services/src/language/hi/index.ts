import type { Catalogue } from "../catalogue.ts";
import { file } from "./file.ts";
import { importing } from "./importing.ts";
import { letter } from "./letter.ts";
import * as terms from "./terms.ts";

/** The same in Hindi. */
export const hi: Catalogue = { file, importing, letter, ...terms };
