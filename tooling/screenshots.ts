import { randomBytes } from "node:crypto";
import { runMain } from "./explained-error.ts";
import { runPlaywright } from "./playwright.ts";
import { buildWeb } from "./stack/build-web.ts";
import { openScratchStack } from "./stack/open-scratch-stack.ts";
import { runSeed } from "./stack/run-seed.ts";

await runMain(async () => {
  // Seed and camera agree on it by the environment.
  process.env["SEED_PASSWORD"] ??= `shot-${randomBytes(9).toString("base64url")}`;
  await buildWeb();
  const stack = await openScratchStack("screenshots");
  try {
    console.error((await runSeed(stack)).trim());
    const { code } = await runPlaywright({
      stack,
      config: "screenshots.config.ts",
      args: process.argv.slice(2),
      isShown: true,
    });
    return code;
  } finally {
    await stack.stop();
  }
});
