import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Database servers answer in milliseconds; a machine with two busy cores does not. */
const DATABASE_TIMEOUT_MS = 120_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.ts",
            "tooling/**/*.test.ts",
            "bench/**/*.test.ts",
          ],
          // Most files are quicker than what each would import anew.
          isolate: false,
          testTimeout: 20_000,
          setupFiles: ["apps/web/src/language/speak-english.ts"],
        },
      },
      {
        test: {
          name: "db",
          environment: "node",
          include: ["packages/*/src/**/*.itest.ts", "apps/*/src/**/*.itest.ts", "tooling/**/*.itest.ts"],
          setupFiles: ["packages/testing/src/drop-cleared.setup.ts"],
          pool: "forks",
          // One more than the cores of a small machine: each waits for the server a good part of its time.
          maxWorkers: 3,
          testTimeout: DATABASE_TIMEOUT_MS,
          hookTimeout: DATABASE_TIMEOUT_MS,
        },
      },
      {
        plugins: [react()],
        resolve: { alias: { "@": new URL("apps/web/src", import.meta.url).pathname } },
        test: {
          name: "web",
          environment: "happy-dom",
          setupFiles: ["apps/web/src/language/speak-english.ts"],
          include: ["apps/web/src/**/*.test.tsx", "packages/ui/src/**/*.test.tsx"],
        },
      },
    ],
  },
});
