import type { Seller } from "@storehouse/domain";
import { Card, EmptyState, Quantity } from "@storehouse/ui";
import { ShoppingCart } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { salesHref } from "./links.ts";

type SellersCardProps = { sellers: readonly Seller[]; since: string; today: string; className?: string };

/** What sold most in thirty days, what came back taken off. Each opens its sales. */
export function SellersCard({ sellers, since, today, className }: SellersCardProps) {
  const largest = Math.max(...sellers.map(({ quantity }) => Number(quantity)), 1);
  return (
    <Card
      title={t("home.soldMostIn30Days")}
      hint={t("home.whatCameBackIsTaken")}
      isFlush
      {...(className && { className })}
    >
      {sellers.length === 0 ? (
        <EmptyState
          icon={ShoppingCart}
          title={t("home.nothingSoldYet")}
          text={t("home.bookOutAsSoldAnd")}
          className="py-10"
        />
      ) : (
        <ol className="pb-2">
          {sellers.map((seller) => (
            <li key={seller.variantId}>
              <PageLink
                href={salesHref(seller.variantId, since, today)}
                className="block px-5 py-2 transition-colors hover:bg-hover"
              >
                <span className="flex items-baseline justify-between gap-4">
                  <span className="min-w-0 truncate" title={nameOf(seller)}>
                    {nameOf(seller)}
                  </span>
                  <Quantity value={seller.quantity} unit={seller.unit} className="shrink-0 font-semibold" />
                </span>
                <span aria-hidden className="mt-1.5 block h-1.5 overflow-hidden rounded-full bg-sunken">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${Math.max(2, (Number(seller.quantity) / largest) * 100)}%` }}
                  />
                </span>
              </PageLink>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

const nameOf = ({ productName, variantName }: Seller): string =>
  variantName ? `${productName} · ${variantName}` : productName;
