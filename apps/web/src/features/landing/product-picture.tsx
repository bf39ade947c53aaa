import { Badge, cn, Quantity } from "@storehouse/ui";
import { Boxes, History, House, Package, Undo2 } from "lucide-react";
import { Logo } from "../../components/logo.tsx";
import { t } from "../../language/t.ts";

const ROWS = [
  {
    get product() {
      return t("landing.steelRod12Mm");
    },
    get place() {
      return t("landing.mainStore");
    },
    onHand: "1284.5",
    unit: "kg",
    state: "fine",
  },
  {
    get product() {
      return t("landing.hexBoltM1040");
    },
    get place() {
      return t("landing.mainStore");
    },
    onHand: "18250",
    unit: "pcs",
    state: "fine",
  },
  {
    get product() {
      return t("landing.bearing62042rs");
    },
    get place() {
      return t("landing.assemblyFloor");
    },
    onHand: "36",
    unit: "pcs",
    state: "low",
  },
  {
    get product() {
      return t("landing.powderCoatGrey");
    },
    get place() {
      return t("landing.paintRoom");
    },
    onHand: "0",
    unit: "kg",
    state: "out",
  },
  {
    get product() {
      return t("landing.gateHingeLeft");
    },
    get place() {
      return t("landing.shop");
    },
    onHand: "412",
    unit: "pcs",
    state: "fine",
  },
] as const;

const STATES = {
  fine: {
    meaning: "fine",
    get word() {
      return t("landing.enough");
    },
  },
  low: {
    meaning: "attention",
    get word() {
      return t("landing.low");
    },
  },
  out: {
    meaning: "problem",
    get word() {
      return t("landing.outOfStock");
    },
  },
} as const;

const RAIL = [
  {
    icon: House,
    get label() {
      return t("landing.home");
    },
  },
  {
    icon: Boxes,
    get label() {
      return t("landing.stock");
    },
  },
  {
    icon: History,
    get label() {
      return t("landing.entries");
    },
  },
  {
    icon: Package,
    get label() {
      return t("landing.products");
    },
  },
];

/** A picture of the stock page, drawn with the parts the page itself is drawn with. Nothing in it can be pressed. */
export function ProductPicture() {
  return (
    <figure className="relative">
      <figcaption className="sr-only">{t("landing.theStockPageOfStorehouse")}</figcaption>
      <div aria-hidden className="flex overflow-hidden rounded-xl border bg-canvas shadow-xl">
        <div className="w-38 shrink-0 space-y-0.5 border-r bg-sunken p-3 max-lg:hidden">
          <div className="mb-3 flex h-9 items-center gap-2.5 px-1.5 font-semibold">
            <Logo />
            Storehouse
          </div>
          {RAIL.map(({ icon: Icon, label }) => (
            <div
              key={label}
              className={cn(
                "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-quiet",
                label === "Stock" && "bg-surface font-semibold text-ink shadow-xs ring-1 ring-line",
              )}
            >
              <Icon className={cn("size-4", label === "Stock" && "text-accent-ink")} />
              {label}
            </div>
          ))}
        </div>
        <div className="min-w-0 flex-1 p-4 sm:p-5">
          <p className="mb-4 text-lg font-semibold">{t("landing.stock")}</p>
          <div className="overflow-hidden rounded-lg border bg-surface">
            <div className="flex h-9 items-center gap-4 border-b bg-sunken px-3 text-xs font-semibold text-quiet">
              <span className="flex-1">{t("common.product")}</span>
              <span className="w-28 max-sm:hidden xl:hidden">{t("common.place")}</span>
              <span className="w-24 text-right">{t("landing.onHand")}</span>
              <span className="w-28 max-sm:hidden">{t("landing.state")}</span>
            </div>
            {ROWS.map((row) => (
              <div key={row.product} className="flex h-10 items-center gap-4 border-b px-3 last:border-0">
                <span className="min-w-0 flex-1 truncate">{row.product}</span>
                <span className="w-28 truncate text-quiet max-sm:hidden xl:hidden">{row.place}</span>
                <span className="w-24 text-right">
                  <Quantity value={row.onHand} unit={row.unit} />
                </span>
                <span className="w-28 max-sm:hidden">
                  <Badge meaning={STATES[row.state].meaning}>{STATES[row.state].word}</Badge>
                </span>
              </div>
            ))}
          </div>
        </div>
      </div>
      <div
        aria-hidden
        className="absolute right-4 -bottom-8 flex items-center gap-3 rounded-lg border bg-raised px-4 py-3 shadow-md sm:right-8"
      >
        <Badge meaning="fine">{t("landing.n38PcsBookedIn")}</Badge>
        <span className="flex items-center gap-1.5 font-semibold text-accent-ink">
          <Undo2 className="size-4" />
          {t("common.undo")}
        </span>
      </div>
    </figure>
  );
}
