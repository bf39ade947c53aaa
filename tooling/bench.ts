import { join } from "node:path";
import { runMain } from "./explained-error.ts";
import { NODE, ROOT } from "./paths.ts";
import { runProgram } from "./process/run-program.ts";
import { buildWeb } from "./stack/build-web.ts";
import { openScratchStack } from "./stack/open-scratch-stack.ts";

await runMain(async () => {
  await buildWeb();
  const stack = await openScratchStack("bench");
  try {
    const { code } = await runProgram(NODE, ["run.ts", ...process.argv.slice(2)], {
      cwd: join(ROOT, "bench"),
      env: { ...stack.env, BASE_URL: stack.url, WEB_PID: String(stack.webPid() ?? "") },
      isShown: true,
    });
    return code;
  } finally {
    await stack.stop();
  }
});
