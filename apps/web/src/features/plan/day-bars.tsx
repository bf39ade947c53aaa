import { dayText, groupDigits } from "@storehouse/ui";
import { t } from "../../language/t.ts";

type DayBarsProps = {
  what: string;
  days: readonly Readonly<{ day: string; count: number }>[];
  /** False for what can't be added up over days. */
  hasSum: boolean;
};

const said = (count: number): string => groupDigits(String(count));

/** A thin column for each day, the largest as high as there is room. Who can't see it hears each day. */
export function DayBars({ what, days, hasSum }: DayBarsProps) {
  const largest = Math.max(0, ...days.map(({ count }) => count));
  const sum = days.reduce((total, { count }) => total + count, 0);
  return (
    <div>
      <p className="tabular mb-1 text-xs text-quiet">
        {[t("plan.most", { count: said(largest) }), ...(hasSum ? [t("plan.inAll", { count: said(sum) })] : [])].join(
          " · ",
        )}
      </p>
      <ol aria-label={t("plan.chart", { what })} className="flex h-24 items-end gap-px border-b sm:gap-1">
        {days.map(({ day, count }) => (
          <li
            key={day}
            title={t("plan.dayIs", { day: dayText(day), count: said(count) })}
            className="flex h-full min-w-0 flex-1 items-end"
          >
            <span
              aria-hidden
              className="w-full rounded-t-xs bg-accent"
              style={{ height: largest === 0 ? 0 : `${(count / largest) * 100}%`, minHeight: count === 0 ? 0 : 2 }}
            />
            <span className="sr-only">{t("plan.dayIs", { day: dayText(day), count: said(count) })}</span>
          </li>
        ))}
      </ol>
      <div className="mt-1 flex justify-between text-xs text-faint">
        <span>{dayText(days[0]?.day ?? "")}</span>
        <span>{dayText(days.at(-1)?.day ?? "")}</span>
      </div>
    </div>
  );
}
