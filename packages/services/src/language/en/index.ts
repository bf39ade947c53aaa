import { file } from "./file.ts";
import { importing } from "./importing.ts";
import { letter } from "./letter.ts";
import * as terms from "./terms.ts";

/** What the server says of its own, by group: in e-mails and in files. */
export const en = { file, importing, letter, ...terms } as const;
