import { join } from "node:path";
import { mysql97 } from "./database/mysql97.ts";
import { runMain } from "./explained-error.ts";
import { NODE, ROOT } from "./paths.ts";
import { runProgram } from "./process/run-program.ts";
import { buildWeb } from "./stack/build-web.ts";
import { openScratchStack } from "./stack/open-scratch-stack.ts";

await runMain(async () => {
  await buildWeb();
  const isMysql = process.argv.includes("--mysql");
  const stack = await openScratchStack("bench", isMysql ? await mysql97() : undefined);
  try {
    const { code } = await runProgram(NODE, ["run.ts"], {
      cwd: join(ROOT, "bench"),
      env: { ...stack.env, BASE_URL: stack.url, WEB_PID: String(stack.webPid() ?? "") },
      isShown: true,
    });
    return code;
  } finally {
    await stack.stop();
  }
});
