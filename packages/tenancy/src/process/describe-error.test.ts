import { expect, test } from "vitest";
import { describeError } from "./describe-error.ts";

test("a bug is described by its words and where it was", () => {
  const described = describeError(new RangeError("too far"));
  expect(described).toMatchObject({ error: "RangeError", message: "too far" });
  expect(JSON.stringify(described["stack"])).toContain("describe-error.test.ts");
});

test("a query's error keeps its numbers and loses every value, in the stack's first line too", () => {
  const driver = Object.assign(new Error("Duplicate entry 'canary'"), { code: "ER_DUP_ENTRY", errno: 1062 });
  const error = new Error("Failed query: insert into users values (?)\nparams: canary", { cause: driver });
  const text = JSON.stringify(describeError(error));
  expect(text).toContain("ER_DUP_ENTRY");
  expect(text).not.toContain("canary");
});
