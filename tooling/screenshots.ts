import { runMain } from "./explained-error.ts";
import { runPlaywright } from "./playwright.ts";
import { buildWeb } from "./stack/build-web.ts";
import { openScratchStack } from "./stack/open-scratch-stack.ts";
import { runSeed } from "./stack/run-seed.ts";

await runMain(async () => {
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
