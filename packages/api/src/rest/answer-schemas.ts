import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonSchema } from "./input-schema.ts";

/** Where the schemas of all answers stand. `npm run api:answers` writes it from the types; a test compares the two. */
export const ANSWERS_FILE = join(import.meta.dirname, "answers.gen.json");

type Answers = Readonly<{
  answers: Readonly<Record<string, JsonSchema>>;
  schemas: Readonly<Record<string, JsonSchema>>;
}>;

let read: Answers | undefined;

/** What every procedure answers, and the schemas that those refer to by name. */
export function answerSchemas(): Answers {
  read ??= JSON.parse(readFileSync(ANSWERS_FILE, "utf8")) as Answers;
  return read;
}
