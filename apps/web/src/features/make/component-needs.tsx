"use client";
import type { MakeComponent, MakePlan } from "@storehouse/domain";
import { Badge, Button, cn, groupDigits, Quantity } from "@storehouse/ui";
import { useBooking } from "../../components/use-booking.ts";
import { useMaking } from "../../components/use-making.ts";
import { nameOf } from "../product/index.ts";
import { useCan } from "../session/index.ts";

const isShort = ({ short }: MakeComponent): boolean => short !== "0";

/** What making takes of each component, what there is, what is missing and from where it comes. */
export function ComponentNeeds({ plan, isStale }: { plan: MakePlan; isStale: boolean }) {
  return (
    <section aria-label="Components" className={cn("rounded-lg border", isStale && "opacity-60")}>
      <table className="w-full">
        <thead>
          <tr className="border-b text-xs text-faint [&>th]:px-3 [&>th]:py-2 [&>th]:font-normal">
            <th scope="col" className="text-left">
              Component
            </th>
            <th scope="col" className="text-right">
              Need
            </th>
            <th scope="col" className="text-right">
              Have
            </th>
            <th scope="col" className="text-right">
              Short
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.components.map((component) => (
            <ComponentRow key={component.variantId} component={component} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ComponentRow({ component }: { component: MakeComponent }) {
  const { need, have, short, unit, takes } = component;
  return (
    <>
      <tr className="[&>*]:px-3 [&>*]:pt-2.5">
        <th scope="row" className="max-w-40 text-left font-normal [overflow-wrap:anywhere]">
          {nameOf(component)}
        </th>
        <td className="text-right">
          <Quantity value={need} unit={unit} />
        </td>
        <td className="text-right">
          <Quantity value={have} />
        </td>
        <td className="text-right">
          {isShort(component) ? (
            <Badge meaning="problem">{groupDigits(short)}</Badge>
          ) : (
            <span className="text-faint">–</span>
          )}
        </td>
      </tr>
      <tr className="border-b last:border-0 [&>td]:px-3 [&>td]:pt-0.5 [&>td]:pb-2.5">
        <td colSpan={4} className="text-xs text-faint">
          {isShort(component) ? (
            <Ways component={component} />
          ) : (
            `from ${takes.map((take) => `${take.locationName}${takes.length > 1 ? ` ${groupDigits(take.quantity)}` : ""}`).join(", ")}`
          )}
        </td>
      </tr>
    </>
  );
}

/** Where more of it lies, and how to come by it. */
function Ways({ component }: { component: MakeComponent }) {
  const { variantId, elsewhere, unit, isMade } = component;
  const booking = useBooking();
  const making = useMaking();
  const can = useCan();
  const from = elsewhere[0];
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {from ? (
        <span>
          {groupDigits(from.quantity)} {unit} at {from.locationName}
          {elsewhere.length > 1 ? ` and more at ${elsewhere.length - 1} other` : ""}
        </span>
      ) : (
        <span>none elsewhere</span>
      )}
      {from && can("inventory.transfer") ? (
        <Button
          variant="link"
          className="text-xs"
          onClick={() => booking.open("move", { variantId, locationId: from.locationId })}
        >
          Move it here
        </Button>
      ) : null}
      {isMade ? (
        <Button variant="link" className="text-xs" onClick={() => making.open(variantId)}>
          Make it
        </Button>
      ) : null}
      {can("inventory.post") ? (
        <Button variant="link" className="text-xs" onClick={() => booking.open("in", { variantId })}>
          Book in
        </Button>
      ) : null}
    </span>
  );
}
