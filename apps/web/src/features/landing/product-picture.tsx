import { Badge, cn, Quantity } from "@storehouse/ui";
import { Boxes, History, House, Package, Undo2 } from "lucide-react";
import { Logo } from "../../components/logo.tsx";

const ROWS = [
  { product: "Steel rod 12 mm", place: "Main store", onHand: "1284.5", unit: "kg", state: "fine" },
  { product: "Hex bolt M10 × 40", place: "Main store", onHand: "18250", unit: "pcs", state: "fine" },
  { product: "Bearing 6204-2RS", place: "Assembly floor", onHand: "36", unit: "pcs", state: "low" },
  { product: "Powder coat, grey", place: "Paint room", onHand: "0", unit: "kg", state: "out" },
  { product: "Gate hinge, left", place: "Shop", onHand: "412", unit: "pcs", state: "fine" },
] as const;

const STATES = {
  fine: { meaning: "fine", word: "Enough" },
  low: { meaning: "attention", word: "Low" },
  out: { meaning: "problem", word: "Out of stock" },
} as const;

const RAIL = [
  { icon: House, label: "Home" },
  { icon: Boxes, label: "Stock" },
  { icon: History, label: "Entries" },
  { icon: Package, label: "Products" },
];

/** A picture of the stock page, drawn with the parts the page itself is drawn with. Nothing in it can be pressed. */
export function ProductPicture() {
  return (
    <figure className="relative">
      <figcaption className="sr-only">
        The stock page of Storehouse: products with their place, what is on hand, and whether it is enough
      </figcaption>
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
          <p className="mb-4 text-lg font-semibold">Stock</p>
          <div className="overflow-hidden rounded-lg border bg-surface">
            <div className="flex h-9 items-center gap-4 border-b bg-sunken px-3 text-xs font-semibold text-quiet">
              <span className="flex-1">Product</span>
              <span className="w-28 max-sm:hidden xl:hidden">Place</span>
              <span className="w-24 text-right">On hand</span>
              <span className="w-28 max-sm:hidden">State</span>
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
        <Badge meaning="fine">38 pcs booked in</Badge>
        <span className="flex items-center gap-1.5 font-semibold text-accent-ink">
          <Undo2 className="size-4" />
          Undo
        </span>
      </div>
    </figure>
  );
}
