"use client";
import type { MakeComponent, MakePlan } from "@storehouse/domain";
import { Button, cn, groupDigits, Quantity } from "@storehouse/ui";
import { useBooking } from "../../components/use-booking.ts";
import { useMaking } from "../../components/use-making.ts";
import { nameOf } from "../product/index.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

const isShort = ({ short }: MakeComponent): boolean => short !== "0";

/** What making takes of each component, what there is, what is missing and from where it comes. */
export function ComponentNeeds({ plan, isStale }: { plan: MakePlan; isStale: boolean }) {
  return (
    <section aria-label={t("make.components")} className={cn("rounded-lg border", isStale && "opacity-60")}>
      <table className="w-full table-fixed [&_wbr]:hidden">
        <thead>
          <tr className="border-b text-xs text-faint [&>th]:px-2.5 [&>th]:py-2 [&>th]:font-normal">
            <th scope="col" className="text-left">
              {t("make.component")}
            </th>
            <th scope="col" className="w-[28%] text-right">
              {t("make.need")}
            </th>
            <th scope="col" className="w-[22%] text-right">
              {t("make.have")}
            </th>
            <th scope="col" className="w-[26%] text-right">
              {t("make.short")}
            </th>
          </tr>
        </thead>
        {plan.components.map((component) => (
          <ComponentRow key={component.variantId} component={component} makeFrom={plan.makeFrom} />
        ))}
      </table>
    </section>
  );
}

function ComponentRow({ component, makeFrom }: ComponentRowProps) {
  const { need, have, short, unit, takes, elsewhere } = component;
  const lies = isShort(component) && makeFrom === "chosen" ? elsewhere : takes;
  return (
    <tbody className="border-b last:border-0">
      <tr>
        <th scope="rowgroup" colSpan={4} className="px-2.5 pt-2.5 text-left font-normal [overflow-wrap:anywhere]">
          {nameOf(component)}
        </th>
      </tr>
      <tr className="align-baseline [&>td]:px-2.5 [&>td]:pb-1">
        <td />
        <td className="text-right">
          <Quantity value={need} unit={unit} />
        </td>
        <td className="text-right">
          <Quantity value={have} />
        </td>
        <td className="text-right">
          {isShort(component) ? (
            <Quantity value={short} className="font-semibold text-problem" />
          ) : (
            <span className="text-faint">–</span>
          )}
        </td>
      </tr>
      <tr>
        <td colSpan={4} className="px-2.5 pb-2.5">
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-faint">
            {placesText(lies)}
            {isShort(component) ? <Ways component={component} makeFrom={makeFrom} /> : null}
          </span>
        </td>
      </tr>
    </tbody>
  );
}

type ComponentRowProps = { component: MakeComponent; makeFrom: MakePlan["makeFrom"] };

function placesText(places: MakeComponent["takes"]): string {
  const [first, ...others] = places;
  if (first === undefined) return "";
  const at = t("make.quantityAt", { quantity: groupDigits(first.quantity), place: first.locationName });
  return others.length === 0 ? at : t("make.andMore", { at, count: others.length });
}

/** How to come by what is missing. */
function Ways({ component, makeFrom }: ComponentRowProps) {
  const { variantId, elsewhere, isMade } = component;
  const booking = useBooking();
  const making = useMaking();
  const can = useCan();
  const from = makeFrom === "chosen" ? elsewhere[0] : undefined;
  return (
    <>
      {from && can("inventory.transfer") ? (
        <Button
          variant="link"
          className="text-xs"
          onClick={() => booking.open("move", { variantId, locationId: from.locationId })}
        >
          {t("make.moveItHere")}
        </Button>
      ) : null}
      {isMade ? (
        <Button variant="link" className="text-xs" onClick={() => making.open(variantId)}>
          {t("make.makeIt")}
        </Button>
      ) : null}
      {can("inventory.post") ? (
        <Button variant="link" className="text-xs" onClick={() => booking.open("in", { variantId })}>
          {t("common.bookIn")}
        </Button>
      ) : null}
    </>
  );
}
