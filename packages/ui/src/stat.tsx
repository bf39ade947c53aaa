import type { ReactNode } from "react";

type StatProps = { label: string; value: ReactNode; hint?: ReactNode };

/** One number that matters, with its name above it. */
export function Stat({ label, value, hint }: StatProps) {
  return (
    <div className="min-w-0 space-y-1">
      <p className="text-quiet">{label}</p>
      {/* An amount too long for a phone breaks after its currency rather than leave the screen. */}
      <p className="tabular text-lg font-semibold [overflow-wrap:anywhere] *:whitespace-normal sm:text-xl">{value}</p>
      {hint ? <p className="text-xs text-faint">{hint}</p> : null}
    </div>
  );
}
