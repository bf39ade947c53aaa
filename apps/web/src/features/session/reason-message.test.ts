import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failureMessage } from "./failure-message.ts";
import { reasonMessage } from "./reason-message.ts";

const ROOT = join(import.meta.dirname, "../../../../..");
const SOURCES = ["domain", "auth", "services"]
  .flatMap((name) => globSync(`packages/${name}/src/**/*.ts`, { cwd: ROOT }))
  .filter((path) => !/\.(test|itest|fixture)\.ts$/.test(path))
  .map((path) => readFileSync(join(ROOT, path), "utf8"));
// What a verb refuses by, and what the input's own shapes do.
const IN_VERBS = /code: "INVALID",[^}]*?reason: "([A-Z_]+)"/g;
const IN_SHAPES = /(?:\berror: |\.(?:min|max|regex|refine|email|uuid|gt|gte|lte)\([^"\n]*)"([A-Z]+(?:_[A-Z]+)*)"/g;
const sent = (pattern: RegExp) =>
  new Set(SOURCES.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code ?? "")));
const GENERAL = new Set(["INVALID", "WRONG_TYPE"]);

test("every reason the server gives for refusing a field has words of its own", () => {
  const codes = [...sent(IN_VERBS), ...sent(IN_SHAPES)];
  expect(codes).toEqual(expect.arrayContaining(["PASSWORD_COMMON", "PASSWORD_TOO_SHORT", "SKU_IS_CODE"]));
  expect(codes.filter((code) => !GENERAL.has(code) && reasonMessage(code) === "Please check this.")).toEqual([]);
});

test("every reason a file can't be read by has a sentence of its own", () => {
  const codes = ["EMPTY", "NO_ROWS", "XLS", "PDF", "ZIP", "HTML", "BINARY", "NOT_A_SHEET", "BROKEN", "TOO_SLOW"];
  const said = new Set(codes.map((reason) => failureMessage({ code: "FILE_UNREADABLE", reason })));
  expect(said.size).toBe(codes.length);
});
