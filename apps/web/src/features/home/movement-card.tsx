import { MOVEMENTS, type MovementDay } from "@storehouse/domain";
import { Card, cn, groupDigits } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { movementHref } from "./links.ts";
import { MovementColumn } from "./movement-column.tsx";
import { MOVEMENT_WORDS } from "./movement-words.ts";

type MovementCardProps = { days: readonly MovementDay[]; today: string; className?: string };

/** Seven days of entries by kind, to be read at a glance: each column opens its day, each name its kind. */
export function MovementCard({ days, today, className }: MovementCardProps) {
  const largest = Math.max(1, ...days.map(totalOf));
  const first = days[0]?.day ?? today;
  const sums = MOVEMENTS.map((movement) => ({
    movement,
    sum: days.reduce((sum, { counts }) => sum + counts[movement], 0),
  })).filter(({ sum }) => sum > 0);
  return (
    <Card
      title={t("home.entriesOf7Days")}
      hint={t("home.howManyBookingsWentIn")}
      className={cn("flex flex-col [&>div]:flex-1", className)}
    >
      <div className="flex h-full flex-col gap-4">
        <ol className="flex min-h-44 flex-1 items-stretch gap-1.5 sm:gap-3">
          {days.map((day) => (
            <MovementColumn
              key={day.day}
              day={day}
              total={totalOf(day)}
              largest={largest}
              isToday={day.day === today}
            />
          ))}
        </ol>
        {sums.length === 0 ? (
          <p className="text-center text-quiet">{t("home.nothingWasBookedInThese")}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {sums.map(({ movement, sum }) => (
              <li key={movement}>
                <PageLink
                  href={movementHref(movement, first, today)}
                  className="inline-flex items-center gap-2 rounded-sm py-1 text-quiet underline-offset-4 hover:text-ink hover:underline"
                >
                  <span aria-hidden className={cn("size-2.5 rounded-xs", MOVEMENT_WORDS[movement].fill)} />
                  {MOVEMENT_WORDS[movement].name}
                  <span className="tabular font-semibold text-ink">{groupDigits(String(sum))}</span>
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

const totalOf = ({ counts }: MovementDay): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
