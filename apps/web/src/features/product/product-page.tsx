"use client";
import { type ProductDetail, quantityOf } from "@storehouse/domain";
import { Button, ErrorState, Money, PageHeader, Quantity, Skeleton, Stat, Tabs } from "@storehouse/ui";
import { ArrowLeftRight, PackageMinus, PackagePlus } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { LabelLink } from "../../components/label-link.tsx";
import { type BookingKind, useBooking } from "../../components/use-booking.ts";
import { requestIdOf } from "../../trpc/failure-of.ts";
import { trpc } from "../../trpc/client.tsx";
import { EntryTable } from "../entry/index.ts";
import { RecordHistory } from "../history/index.ts";
import { errorMessage, useCan, useMe } from "../session/index.ts";
import { LevelTable } from "../stock/index.ts";
import { CATEGORY_WORDS } from "../subcategory/index.ts";
import { t } from "../../language/t.ts";
import { ProductState } from "./columns.tsx";
import { ProductSettings } from "./product-settings.tsx";
import { VariantList } from "./variant-list.tsx";

const TABS = ["stock", "ledger", "formula", "variants", "settings", "history"] as const;

type ProductPageProps = {
  id: string;
  /** What it is made of: another feature's part of the page. */
  formula: ReactNode;
};

/** One product: what is left and where, its ledger, its formula, its variants and its fields. */
export function ProductPage({ id, formula }: ProductPageProps) {
  const product = trpc.products.get.useQuery({ id });
  if (product.isError && !product.data) {
    return (
      <ErrorState
        text={errorMessage(product.error)}
        requestId={requestIdOf(product.error)}
        onRetry={() => void product.refetch()}
      />
    );
  }
  if (!product.data) return <LoadingProduct />;
  return <LoadedProduct product={product.data} formula={formula} />;
}

function LoadedProduct({ product, formula }: { product: ProductDetail; formula: ReactNode }) {
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("stock"));
  const { currency } = useMe();
  const can = useCan();
  const { unit } = product;
  const only = product.variants.length === 1 ? product.variants[0] : undefined;
  const inUse = product.variants.filter((one) => !one.isArchived);
  const isLow = product.variants.some(
    (one) => one.minimumStock !== null && quantityOf(one.onHand) <= quantityOf(one.minimumStock),
  );
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumb={<PageLink href="/products">{t("product.products")}</PageLink>}
        title={product.name}
        aside={<ProductState row={{ isArchived: product.isArchived, isLow, onHand: product.onHand }} />}
        hint={[product.code, CATEGORY_WORDS[product.category], product.subcategoryName].filter(Boolean).join(" · ")}
        actions={
          product.isArchived ? null : (
            <>
              <LabelLink variants={inUse.map((one) => one.id)} />
              <BookingButtons variantId={only?.id} />
            </>
          )
        }
      />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label={t("product.onHand")} value={<Quantity value={product.onHand} unit={unit} />} />
        <Stat label={t("product.value")} value={<Money value={product.value} currency={currency} />} />
        <Stat
          label={t("product.averageCost")}
          value={<Money value={only?.averageCost ?? null} currency={currency} isExact />}
        />
        <Stat label={t("product.price")} value={<Money value={product.price} currency={currency} />} />
      </div>
      <Tabs
        label={t("common.product")}
        value={tab}
        onChange={(next) => void setTab(TABS.find((one) => one === next) ?? "stock")}
        tabs={[
          {
            id: "stock",
            label: t("product.stockByPlace"),
            content: tab === "stock" ? <LevelTable productId={product.id} /> : null,
          },
          {
            id: "ledger",
            label: t("product.ledger"),
            content: tab === "ledger" ? <EntryTable productId={product.id} /> : null,
          },
          ...(can("productFormulas.read")
            ? [{ id: "formula", label: t("product.formula"), content: tab === "formula" ? formula : null }]
            : []),
          {
            id: "variants",
            ...(only
              ? { label: t("product.barcodesAndMinimum") }
              : { label: t("product.variants"), count: product.variants.length }),
            content: tab === "variants" ? <VariantList product={product} /> : null,
          },
          {
            id: "settings",
            label: t("product.settings"),
            content:
              tab === "settings" ? (
                <ProductSettings key={`${product.id} ${product.isArchived}`} product={product} />
              ) : null,
          },
          ...(can("auditLogs.read")
            ? [
                {
                  id: "history",
                  label: t("product.history"),
                  content: tab === "history" ? <RecordHistory entity="product" entityId={product.id} /> : null,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

const VERBS: readonly {
  kind: BookingKind;
  label: string;
  icon: typeof PackagePlus;
  permission: "inventory.post" | "inventory.transfer";
}[] = [
  {
    kind: "move",
    get label() {
      return t("common.move");
    },
    icon: ArrowLeftRight,
    permission: "inventory.transfer",
  },
  {
    kind: "out",
    get label() {
      return t("common.bookOut");
    },
    icon: PackageMinus,
    permission: "inventory.post",
  },
  {
    kind: "in",
    get label() {
      return t("common.bookIn");
    },
    icon: PackagePlus,
    permission: "inventory.post",
  },
];

function BookingButtons({ variantId }: { variantId: string | undefined }) {
  const booking = useBooking();
  const can = useCan();
  return VERBS.filter((verb) => can(verb.permission)).map(({ kind, label, icon: Icon }) => (
    <Button
      key={kind}
      variant={kind === "in" ? "primary" : "secondary"}
      onClick={() => booking.open(kind, variantId ? { variantId } : {})}
    >
      <Icon aria-hidden />
      {label}
    </Button>
  ));
}

function LoadingProduct() {
  return (
    <div className="space-y-6" aria-busy>
      <Skeleton className="h-8 w-72" />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-20" />
        ))}
      </div>
      <Skeleton className="h-64" />
    </div>
  );
}
