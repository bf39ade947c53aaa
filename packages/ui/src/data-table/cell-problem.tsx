import { cn } from "../cn.ts";

type CellProblemProps = {
  id: string;
  text: string;
  /** The last row says what is wrong above itself, where there is room. */
  isAbove: boolean;
};

/** What is wrong with a change, said at its cell. */
export function CellProblem({ id, text, isAbove }: CellProblemProps) {
  return (
    <span
      id={id}
      role="alert"
      className={cn(
        "absolute right-0 z-30 w-max min-w-full max-w-72 whitespace-normal rounded-md border border-problem bg-raised px-3 py-2 text-left text-xs font-normal text-problem shadow-md",
        isAbove ? "bottom-full mb-1" : "top-full mt-1",
      )}
    >
      {text}
    </span>
  );
}
