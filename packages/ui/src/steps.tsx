import { Check, LoaderCircle, X } from "lucide-react";
import { cn } from "./cn.ts";
import { say, type UiWord } from "./words.ts";

export type Step = Readonly<{ id: string; label: string; state: "done" | "now" | "next" | "failed" }>;

const WORDS: Record<Step["state"], UiWord> = { done: "done", now: "inProgress", next: "toCome", failed: "failed" };

/** Steps one after the other, of which one is being taken. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-1">
      {steps.map((step) => (
        <li key={step.id} className="flex min-h-9 items-center gap-3" aria-current={step.state === "now" || undefined}>
          <span
            className={cn(
              "flex size-6 items-center justify-center rounded-full border [&_svg]:size-3.5",
              step.state === "done" && "border-transparent bg-fine-soft text-fine",
              step.state === "now" && "border-transparent bg-progress-soft text-progress",
              step.state === "failed" && "border-transparent bg-problem-soft text-problem",
            )}
          >
            {step.state === "done" ? <Check aria-hidden strokeWidth={2.5} /> : null}
            {step.state === "now" ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
            {step.state === "failed" ? <X aria-hidden strokeWidth={2.5} /> : null}
          </span>
          <span className={step.state === "next" ? "text-faint" : ""}>
            {step.label}
            <span className="sr-only">, {say(WORDS[step.state])}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
