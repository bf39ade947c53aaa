import { MOVEMENTS, type MovementDay } from "@storehouse/domain";
import { cn, groupDigits } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { locale, t } from "../../language/t.ts";
import { movementHref } from "./links.ts";
import { MOVEMENT_WORDS } from "./movement-words.ts";

type MovementColumnProps = { day: MovementDay; total: number; largest: number; isToday: boolean };

/** A day as a column: its total on top, its kinds one on the other, its name below. In words for who can't see it. */
export function MovementColumn({ day: { day, counts }, total, largest, isToday }: MovementColumnProps) {
  const parts = MOVEMENTS.filter((movement) => counts[movement] > 0);
  const said = parts.map((movement) => `${counts[movement]} ${MOVEMENT_WORDS[movement].short}`).join(", ");
  return (
    <li className="flex min-w-0 flex-1">
      <PageLink
        href={movementHref("all", day, day)}
        title={said}
        aria-label={`${longDay(day)}: ${t("entity.entryCounted", { count: total })}${said === "" ? "" : `, ${said}`}`}
        className="group flex min-w-0 flex-1 flex-col rounded-md px-0.5 pt-1 transition-colors hover:bg-hover"
      >
        <span className="tabular flex flex-1 flex-col justify-end text-center text-xs">
          <span className={cn("mb-1 truncate", total === 0 ? "text-faint" : "text-quiet group-hover:text-ink")}>
            {total === 0 ? "–" : groupDigits(String(total))}
          </span>
          <span
            className="mx-auto flex w-full max-w-14 flex-col-reverse gap-px overflow-hidden rounded-t-sm"
            style={{ height: `${(total / largest) * 82}%`, minHeight: total === 0 ? 0 : 3 }}
          >
            {parts.map((movement) => (
              <span
                key={movement}
                className={cn("min-h-0.5 w-full basis-0", MOVEMENT_WORDS[movement].fill)}
                style={{ flexGrow: counts[movement] }}
              />
            ))}
          </span>
        </span>
        <span className={cn("border-t py-1.5 text-center text-xs", isToday ? "font-semibold text-ink" : "text-faint")}>
          {isToday ? t("home.today") : shortDay(day)}
        </span>
      </PageLink>
    </li>
  );
}

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const shortDay = (day: string): string => at(day).toLocaleDateString(locale(), { weekday: "short", timeZone: "UTC" });
const longDay = (day: string): string =>
  at(day).toLocaleDateString(locale(), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
