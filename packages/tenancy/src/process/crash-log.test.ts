import { expect, test } from "vitest";
import { crashEntry } from "./crash-log.ts";

test("an entry says what, where and in which process", () => {
  expect(crashEntry("uncaughtException", new RangeError("too far"))).toMatchObject({
    kind: "uncaughtException",
    type: "RangeError",
    message: "too far",
    stack: expect.stringMatching(/^RangeError: too far\n\s+at /) as string,
    pid: process.pid,
    node: process.version,
  });
  expect(crashEntry("unhandledRejection", "just words")).toMatchObject({ type: "Error", message: "just words" });
});

test("the operating system's words are kept: they name the file or the port", () => {
  const taken = Object.assign(new Error("listen EADDRINUSE: 127.0.0.1:3000"), { code: "EADDRINUSE", errno: -98 });
  expect(crashEntry("x", taken)["message"]).toBe("listen EADDRINUSE: 127.0.0.1:3000");
});

test("what a statement carried is not written", () => {
  const driver = Object.assign(new Error("Duplicate entry 'canary' for key"), { code: "ER_DUP_ENTRY", errno: 1062 });
  const query = new Error("Failed query: insert into users values (?)\nparams: canary", { cause: driver });
  const written = JSON.stringify([crashEntry("x", driver), crashEntry("x", query)]);
  expect(written).toContain("insert into users");
  expect(written).toContain("ER_DUP_ENTRY 1062");
  expect(written).not.toContain("canary");
});
