import { join } from "node:path";
import { buildWeb } from "../stack/build-web.ts";
import type { Step } from "./step.ts";

/** The production build, which the journeys then run on. */
export const BUILD_STEP: Step = {
  name: "build",
  run: async ({ logs }) => {
    try {
      await buildWeb(join(logs, "build.log"));
      return { passed: 1, failed: 0, log: "" };
    } catch (error) {
      return { passed: 0, failed: 1, log: error instanceof Error ? error.message : String(error) };
    }
  },
};
