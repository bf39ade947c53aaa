import { runMain } from "./explained-error.ts";
import { serveUntilTold } from "./stack/serve-until-told.ts";

await runMain(() => serveUntilTold({ isDevelopment: false }));
