import type { Outcome } from "./outcome.ts";

export type StepContext = {
  /** Reports and whole logs. */
  logs: string;
  /** Work to be undone when the run ends, even by Ctrl+C. */
  onEnd: (undo: () => Promise<void>) => void;
};

export type Step = { name: string; run: (context: StepContext) => Promise<Outcome> };
