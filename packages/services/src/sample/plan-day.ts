import type { Category, ManualType, PostLine } from "@storehouse/domain";
import { type SeedAction, type SeedStock, type SeedWorld, shift, thereOf } from "./seed-world.ts";

type Wish = Readonly<{
  type: ManualType;
  direction?: "in" | "out";
  hour: number;
  person: number;
  reference: string;
  note: string;
}>;

/** What is booked on one working day, and what it leaves; takes out no more than there is. The same world and day give the same plan. */
export function planDay(world: SeedWorld, day: number): SeedAction[] {
  const actions: (SeedAction | undefined)[] = [];
  if (day % 2 === 0) actions.push(purchase(world, day));
  actions.push(
    takeOut(
      world,
      day,
      "issue",
      { type: "manual_out", hour: 8, person: 1, reference: `JOB-${day}`, note: "Issued to assembly" },
      ["raw", "consumable"],
      0.05,
    ),
  );
  actions.push(bringIn(world, day));
  actions.push(
    takeOut(
      world,
      day,
      "sale",
      { type: "sale", hour: 15, person: 2, reference: `INV-${2000 + day}`, note: "" },
      ["finished"],
      0.06,
    ),
  );
  if (day % 6 === 5) actions.push(dispatch(world, day));
  if (day % 11 === 3) {
    actions.push(
      takeOut(
        world,
        day,
        "scrap",
        { type: "scrap", hour: 17, person: 0, reference: "", note: "Damaged in handling" },
        ["raw"],
        0.01,
      ),
    );
  }
  if (day % 13 === 5) {
    actions.push(
      takeOut(
        world,
        day,
        "back",
        { type: "purchase_return", hour: 12, person: 0, reference: `DN-${day}`, note: "Wrong size" },
        ["raw"],
        0.02,
      ),
    );
  }
  if (day % 23 === 20) actions.push(...mistake(world, day));
  if (day % 29 === 10) {
    actions.push(
      takeOut(
        world,
        day,
        "adjust",
        { type: "adjustment", direction: "out", hour: 18, person: 0, reference: "", note: "Found short" },
        ["semi"],
        0.01,
      ),
    );
  }
  return actions.filter((action) => action !== undefined);
}

/** Takes some products, one of so many, down to under their minimum: a factory has always run short of something. */
export function planShortages(world: SeedWorld, every = 25): SeedAction[] {
  const lines = world.stocks
    .filter((_, at) => at % every === 3)
    .flatMap((stock) => lineOf(stock, Math.ceil(thereOf(stock, stock.homeId) - stock.minimum * 0.4)));
  const wish = { hour: 16, person: 1, type: "manual_out", reference: "JOB-LAST", note: "Rush order" } as const;
  return lines.length === 0 ? [] : [{ key: "shortages", kind: "post", ...wish, lines }];
}

/** Buys what is scarcest against its minimum. */
function purchase(world: SeedWorld, day: number): SeedAction {
  const bought = world.stocks.filter(({ category }) => category === "raw" || category === "consumable");
  const scarcest = bought
    .toSorted((a, b) => thereOf(a, a.homeId) / a.minimum - thereOf(b, b.homeId) / b.minimum)
    .slice(0, 5);
  const lines = scarcest.map((stock) => {
    const quantity = Math.max(1, Math.round(stock.minimum * (0.8 + world.random())));
    shift(stock, stock.homeId, quantity);
    const unitCost = (stock.cost * (0.95 + world.random() * 0.13)).toFixed(2);
    return { variantId: stock.variantId, locationId: stock.homeId, quantity: String(quantity), unitCost };
  });
  const reference = `PO-${1000 + day}`;
  return { key: `purchase-${day}`, kind: "post", type: "purchase", hour: 10, person: 0, reference, note: "", lines };
}

/** What was made that day: parts and fans alike come in by hand. */
function bringIn(world: SeedWorld, day: number): SeedAction {
  const lines = pick(world, ["semi", "finished"], 4).map((stock) => {
    const quantity = Math.max(1, Math.round(stock.minimum * (0.2 + world.random() * 0.4)));
    shift(stock, stock.homeId, quantity);
    return {
      variantId: stock.variantId,
      locationId: stock.homeId,
      quantity: String(quantity),
      unitCost: stock.cost.toFixed(2),
    };
  });
  const note = "Made today";
  return {
    key: `made-${day}`,
    kind: "post",
    type: "manual_in",
    hour: 13,
    person: 1,
    reference: `JOB-${day}`,
    note,
    lines,
  };
}

function takeOut(
  world: SeedWorld,
  day: number,
  key: string,
  wish: Wish,
  categories: readonly Category[],
  share: number,
): SeedAction | undefined {
  const lines = pick(world, categories, 4).flatMap((stock) =>
    lineOf(stock, Math.floor(thereOf(stock, stock.homeId) * share * (0.5 + world.random()))),
  );
  return lines.length === 0 ? undefined : { key: `${key}-${day}`, kind: "post", ...wish, lines };
}

/** A line that takes so much out of a product's home, if there is that much. */
function lineOf(stock: SeedStock, quantity: number): PostLine[] {
  if (quantity < 1 || quantity > thereOf(stock, stock.homeId)) return [];
  shift(stock, stock.homeId, -quantity);
  return [{ variantId: stock.variantId, locationId: stock.homeId, quantity: String(quantity) }];
}

function dispatch(world: SeedWorld, day: number): SeedAction | undefined {
  const [first] = pick(world, ["finished"], 1);
  if (first === undefined) return undefined;
  const lines = lineOf(first, Math.floor(thereOf(first, first.homeId) * 0.1));
  for (const { quantity } of lines) shift(first, world.dispatchId, Number(quantity));
  const way = { fromId: first.homeId, toId: world.dispatchId, reference: `DC-${day}` };
  return lines.length === 0
    ? undefined
    : { key: `dispatch-${day}`, kind: "transfer", hour: 14, person: 2, ...way, lines };
}

/** Booked at the wrong product, seen, and undone. */
function mistake(world: SeedWorld, day: number): SeedAction[] {
  const [stock] = pick(world, ["raw"], 1);
  if (stock === undefined) return [];
  const line = { variantId: stock.variantId, locationId: stock.homeId, quantity: "50" };
  const key = `mistake-${day}`;
  return [
    { key, kind: "post", type: "manual_in", hour: 11, person: 1, reference: "", note: "", lines: [line] },
    { key: `undo-${day}`, kind: "reverse", hour: 12, person: 1, ofKey: key, reason: "Wrong product" },
  ];
}

function pick(world: SeedWorld, categories: readonly Category[], count: number): SeedStock[] {
  const some = world.stocks.filter(({ category }) => categories.includes(category));
  const from = Math.floor(world.random() * some.length);
  return Array.from({ length: Math.min(count, some.length) }, (_, at) => some[(from + at * 7) % some.length]).filter(
    (stock, at, all): stock is SeedStock => stock !== undefined && all.indexOf(stock) === at,
  );
}
