import type { PlatformDashboard } from "@storehouse/domain";
import { dayText } from "@storehouse/ui";
import { W } from "./words.ts";

/** Factories made per week, as bars that name their week and number. */
export function GrowthBars({ growth }: Pick<PlatformDashboard, "growth">) {
  const most = Math.max(1, ...growth.map(({ count }) => count));
  return (
    <ol className="flex h-32 items-end gap-2">
      {growth.map(({ weekOf, count }) => (
        <li
          key={weekOf}
          title={W.weekOf(dayText(weekOf), count)}
          className="flex h-full min-w-0 flex-1 flex-col justify-end gap-1 text-center"
        >
          <span className="tabular text-xs text-quiet">{count}</span>
          <span
            aria-hidden
            className="rounded-t-sm bg-accent/70"
            style={{ height: `${Math.max(2, (count / most) * 75)}%` }}
          />
          <span className="sr-only">{W.weekOf(dayText(weekOf), count)}</span>
        </li>
      ))}
    </ol>
  );
}
