import { runMain } from "./explained-error.ts";
import { runSeed } from "./stack/run-seed.ts";
import { serveUntilTold } from "./stack/serve-until-told.ts";

await runMain(() =>
  serveUntilTold({
    isDevelopment: true,
    onReady: async (wish) => console.error((await runSeed(wish)).trim()),
  }),
);
