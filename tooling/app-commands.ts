/** A program of the product: where it runs and what Node is given. */
export type AppCommand = { name: string; cwd: string; args: readonly string[] };

/** The product's processes. The supervisor, the images and the tests all start them by these lines. */
export const APP_COMMANDS = {
  setup: { name: "setup", cwd: ".", args: ["apps/cli/src/main.ts", "setup"] },
  seed: { name: "seed", cwd: ".", args: ["apps/cli/src/main.ts", "seed"] },
  operator: { name: "operator", cwd: ".", args: ["apps/cli/src/main.ts", "operator"] },
  workerHealth: { name: "worker-health", cwd: ".", args: ["apps/cli/src/main.ts", "worker-health"] },
  web: { name: "web", cwd: "apps/web", args: ["src/server.ts"] },
  worker: { name: "worker", cwd: ".", args: ["apps/worker/src/main.ts"] },
  build: { name: "build", cwd: "apps/web", args: ["node_modules/next/dist/bin/next", "build"] },
} as const satisfies Record<string, AppCommand>;
