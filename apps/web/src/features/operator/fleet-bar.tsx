import type { PlatformDashboard } from "@storehouse/domain";
import { cn } from "@storehouse/ui";
import { W } from "./words.ts";

// The newest stands out; what lags behind it is to be seen.
const SHADES = ["bg-fine", "bg-attention", "bg-problem"];

/** On which schema versions the factories are, as parts of one bar. */
export function FleetBar({ versions }: Pick<PlatformDashboard, "versions">) {
  const total = versions.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <figure aria-label={W.fleet} className="space-y-2">
      <div aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full">
        {versions.map(({ version, count }, at) => (
          <span
            key={version}
            className={cn("min-w-1.5", SHADES[Math.min(at, SHADES.length - 1)])}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-quiet">
        {versions.map(({ version, count }, at) => (
          <span key={version} className="flex items-center gap-1.5">
            <span aria-hidden className={cn("size-2 rounded-full", SHADES[Math.min(at, SHADES.length - 1)])} />
            {W.version(version, count)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
