import { describe, expect, test } from "vitest";
import { settle } from "./outcome.ts";

describe("settle", () => {
  test("keeps what was counted", () => {
    expect(settle({ passed: 3, failed: 1, log: "" }, 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(settle({ passed: 3, failed: 0, log: "" }, 0)).toMatchObject({ passed: 3, failed: 0 });
  });

  test("a runner that executed nothing has failed, even when it left content", () => {
    expect(settle({ passed: 0, failed: 0, log: "" }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  test("a runner that left with an error has failed, even when every test passed", () => {
    expect(settle({ passed: 3, failed: 0, log: "" }, 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});
