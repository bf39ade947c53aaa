import type { ReactNode } from "react";

type StatProps = { label: string; value: ReactNode; hint?: ReactNode };

/** One number that matters, with its name above it: as large as its place allows, and whole however long it is. */
export function Stat({ label, value, hint }: StatProps) {
  return (
    <div className="@container min-w-0 space-y-1">
      <p className="text-quiet">{label}</p>
      {/* An amount too long for a phone breaks after its currency rather than leave the screen. */}
      <p className="tabular text-[clamp(1rem,13cqi,1.75rem)] leading-tight font-semibold [overflow-wrap:anywhere] *:whitespace-normal">
        {value}
      </p>
      {hint ? <p className="text-xs text-faint">{hint}</p> : null}
    </div>
  );
}
