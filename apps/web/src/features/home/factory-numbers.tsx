import type { Dashboard, MovementDay } from "@storehouse/domain";
import { groupDigits, Money, Stat } from "@storehouse/ui";
import type { ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
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
          label={t("home.stockValue", { currency })}
          value={<Money value={home.stockValue} />}
          hint={t("home.productsInStock", {
            count: home.stockedProducts,
            products: groupDigits(String(home.stockedProducts)),
          })}
        />
      </NumberLink>
      <NumberLink href={lowHref(places !== null)}>
        <Stat
          label={t("home.lowStock")}
          value={groupDigits(String(home.lowProducts))}
          hint={home.lowProducts === 0 ? t("home.nothingRunsShort") : ranOut(home.outProducts)}
        />
      </NumberLink>
      <NumberLink href={movementHref("made", today, today)}>
        <Stat
          label={t("home.madeToday")}
          value={groupDigits(String(home.madeToday))}
          hint={
            home.madeToday === 0
              ? t("home.nothingMadeYet")
              : t.rich("home.worth", { money: () => <Money value={home.madeValueToday} currency={currency} /> })
          }
        />
      </NumberLink>
      <NumberLink href={movementHref("all", today, today)}>
        <Stat
          label={t("home.bookedToday")}
          value={groupDigits(String(home.bookedToday))}
          hint={partsOf(home.movements.at(-1))}
        />
      </NumberLink>
    </div>
  );
}

function NumberLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <PageLink
      href={href}
      className="min-w-0 rounded-lg border bg-surface p-4 transition-colors hover:border-edge hover:bg-hover sm:p-5"
    >
      {children}
    </PageLink>
  );
}

const ranOut = (count: number): string =>
  count === 0 ? t("home.noneHasRunOut") : t("home.ranOut", { count: groupDigits(String(count)) });

/** The day's movements in words, as "3 in, 12 out". */
function partsOf(day: MovementDay | undefined): string {
  const parts = Object.entries(day?.counts ?? {}).filter(([, count]) => count > 0);
  if (parts.length === 0) return t("home.nothingBookedYet");
  return parts
    .map(([movement, count]) => `${count} ${MOVEMENT_WORDS[movement as keyof typeof MOVEMENT_WORDS].short}`)
    .join(", ");
}
