import { file } from "./file.ts";
import { letter } from "./letter.ts";
import * as terms from "./terms.ts";

/** What the server says of its own, by group: in e-mails and in files. */
export const en = { file, letter, ...terms } as const;
