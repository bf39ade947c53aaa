import type { Dashboard, MovementDay } from "@storehouse/domain";
import { groupDigits, Money, Stat } from "@storehouse/ui";
import Link from "next/link";
import type { ReactNode } from "react";
import { useMe } from "../session/index.ts";
import { lowHref, movementHref } from "./links.ts";
import { MOVEMENT_WORDS } from "./movement-words.ts";

/** Four numbers, each the way to the list it is the sum of. */
export function FactoryNumbers({ home }: { home: Dashboard }) {
  const { places } = useMe();
  const { today, currency } = home;
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-5">
      <NumberLink href="/stock">
        <Stat
          label={`Stock value, ${currency}`}
          value={<Money value={home.stockValue} />}
          hint={counted(home.stockedProducts, "product in stock", "products in stock")}
        />
      </NumberLink>
      <NumberLink href={lowHref(places !== null)}>
        <Stat
          label="Low stock"
          value={groupDigits(String(home.lowProducts))}
          hint={home.lowProducts === 0 ? "Nothing runs short" : ranOut(home.outProducts)}
        />
      </NumberLink>
      <NumberLink href={movementHref("made", today, today)}>
        <Stat
          label="Made today"
          value={groupDigits(String(home.madeToday))}
          hint={
            home.madeToday === 0 ? (
              "Nothing made yet"
            ) : (
              <>
                worth <Money value={home.madeValueToday} currency={currency} />
              </>
            )
          }
        />
      </NumberLink>
      <NumberLink href={movementHref("all", today, today)}>
        <Stat
          label="Booked today"
          value={groupDigits(String(home.bookedToday))}
          hint={partsOf(home.movements.at(-1))}
        />
      </NumberLink>
    </div>
  );
}

function NumberLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="min-w-0 rounded-lg border bg-surface p-4 transition-colors hover:border-edge hover:bg-hover sm:p-5"
    >
      {children}
    </Link>
  );
}

const counted = (count: number, one: string, many: string): string =>
  `${groupDigits(String(count))} ${count === 1 ? one : many}`;

const ranOut = (count: number): string => (count === 0 ? "None has run out" : `${groupDigits(String(count))} ran out`);

/** The day's movements in words, as "3 in, 12 out". */
function partsOf(day: MovementDay | undefined): string {
  const parts = Object.entries(day?.counts ?? {}).filter(([, count]) => count > 0);
  if (parts.length === 0) return "Nothing booked yet";
  return parts
    .map(([movement, count]) => `${count} ${MOVEMENT_WORDS[movement as keyof typeof MOVEMENT_WORDS].short}`)
    .join(", ");
}
