import type { MakePlan } from "@storehouse/domain";
import { Button, groupDigits, Quantity } from "@storehouse/ui";
import { t } from "../../language/t.ts";

type CanMakeNowProps = { plan: MakePlan; onTake: (quantityText: string) => void };

/** The most that can be made now: here, where most could be, and of all there is. The first is one press away. */
export function CanMakeNow({ plan, onTake }: CanMakeNowProps) {
  const { canMake, canMakeOverall, places, unit, makeFrom } = plan;
  const best = places[0];
  const isBetterElsewhere = makeFrom === "chosen" && best !== undefined && best.quantity !== canMake;
  return (
    <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <span>
        {t.rich("make.canBeMadeNow", {
          quantity: () => <Quantity value={canMake ?? canMakeOverall} unit={unit} className="font-semibold" />,
        })}
      </span>
      {canMake !== null && canMake !== "0" ? (
        <Button variant="link" onClick={() => onTake(canMake)}>
          {t("make.makeAmount", { canMake: groupDigits(canMake) })}
        </Button>
      ) : null}
      {isBetterElsewhere ? (
        <span className="text-faint">
          {t("make.at", { quantity: groupDigits(best.quantity), unit, locationName: best.locationName })}
        </span>
      ) : null}
      {makeFrom === "chosen" && canMakeOverall !== canMake ? (
        <span className="text-faint">
          {t("make.withWhatIsAtAll", { canMakeOverall: groupDigits(canMakeOverall), unit })}
        </span>
      ) : null}
    </p>
  );
}
