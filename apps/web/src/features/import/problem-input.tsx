import type { ImportProblem } from "@storehouse/domain";
import { cn } from "@storehouse/ui";
import { problemText } from "./problem-text.ts";

type ProblemInputProps = { text: string; label: string; problem: ImportProblem; onCorrect: (text: string) => void };

/** A cell that needs a hand, as a field with what is wrong below it. Corrected on leaving it. */
export function ProblemInput({ text, label, problem, onCorrect }: ProblemInputProps) {
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={!problem.isWarning}
        defaultValue={text}
        className="control h-8 w-full min-w-32 max-sm:h-11"
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        onBlur={(event) => event.target.value !== text && onCorrect(event.target.value)}
      />
      <p className={cn("mt-1 text-xs sm:max-w-56", problem.isWarning ? "text-attention" : "text-problem")}>
        {problemText(problem)}
      </p>
    </>
  );
}
