import { cn } from "./cn.ts";

type ProgressBarProps = {
  label: string;
  /** How much of `total` is done; absent while it cannot be known. */
  done?: number;
  total?: number;
  className?: string;
};

/** How far something has come. */
export function ProgressBar({ label, done, total = 100, className }: ProgressBarProps) {
  const share = done === undefined || total === 0 ? undefined : Math.min(100, (done / total) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      {...(done === undefined ? {} : { "aria-valuenow": done })}
      className={cn("relative h-1.5 overflow-hidden rounded-full bg-line", className)}
    >
      {share === undefined ? (
        <span className="animate-indeterminate absolute inset-y-0 w-1/3 rounded-full bg-accent" />
      ) : (
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-accent transition-[width]"
          style={{ width: `${share}%` }}
        />
      )}
    </div>
  );
}
