import { expect, test } from "vitest";
import { createLog } from "./create-log.ts";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog("info", { write: (line) => void lines.push(line) }));
  return lines.join("");
}

test("secrets are not written, at the top or one level down", () => {
  const line = logged((log) => log.info({ password: "p1-canary", factory: { secret: "s1-canary", dbName: "fans" } }));
  expect(line).toContain("fans");
  expect(line).not.toContain("canary");
});

test("a driver's error is written by its number, without the statement and its values", () => {
  const driver = Object.assign(new Error("Duplicate entry 'canary' for key"), { code: "ER_DUP_ENTRY", errno: 1062 });
  const error = new Error("Failed query: insert into users params: canary", { cause: driver });
  const line = logged((log) => log.error({ error }, "job failed"));
  expect(line).toContain("1062");
  expect(line).not.toContain("canary");
});
