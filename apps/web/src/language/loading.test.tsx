import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

const FEATURES = join(import.meta.dirname, "../features");

// On a server a module loads once, for whatever language comes first: words it said then would be everybody's.
test("no feature says a word while it loads", async () => {
  vi.resetModules();
  const { translation } = await import("./t.ts");
  expect(translation).toThrow("no language yet");
  const folders = readdirSync(FEATURES);
  const failed: string[] = [];
  for (const folder of folders) {
    await import(join(FEATURES, folder, "index.ts")).catch((error: unknown) =>
      failed.push(`${folder}: ${said(error)}`),
    );
  }
  expect(failed).toEqual([]);
}, 120_000);

// Where in the app it happened, nearest first.
const said = (error: unknown): string =>
  error instanceof Error
    ? [error.message, ...(error.stack?.match(/(?:features|components)\/[\w/.-]+:\d+/g) ?? [])].join(" < ")
    : String(error);
