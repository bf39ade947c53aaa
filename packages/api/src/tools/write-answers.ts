import { writeFileSync } from "node:fs";
import { ANSWERS_FILE } from "../rest/answer-schemas.ts";
import { renderAnswers } from "./render-answers.ts";

writeFileSync(ANSWERS_FILE, renderAnswers());
