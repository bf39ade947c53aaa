import { and, eq } from "@storehouse/db";
import { alerts } from "@storehouse/db/tenant";
import { DomainError } from "@storehouse/domain";
import { createTestTenant, type TestTenant } from "@storehouse/testing";
import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { postEntries, transferStock } from "../inventory/index.ts";
import { reviewFactory, setThreshold } from "./index.ts";

const amount = fc.integer({ min: 1, max: 60 });
const limit = fc.option(fc.integer({ min: 0, max: 60 }));
const place = fc.nat(1);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("in" as const), place, amount }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("out" as const), place, amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move" as const), place, amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("limits" as const), minimum: limit, maximum: limit }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("placeMinimum" as const), place, minimum: limit }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** One variant as this test understands it: a plain account of what stands where, its limits, and what has to be open. */
class Model {
  isBooked = false;
  held: [number, number] = [0, 0];
  minimum: number | null = null;
  maximum: number | null = null;
  placeMinimum: [number | null, number | null] = [null, null];
  open = new Set<string>();

  settle(): void {
    const total = this.held[0] + this.held[1];
    const [minimum, maximum] = this.isBooked ? [this.minimum, this.maximum] : [null, null];
    this.low("all", total, minimum);
    this.over(total, maximum);
    for (const at of [0, 1] as const) this.low(`p${at}`, this.held[at], this.placeMinimum[at]);
  }

  private low(where: string, held: number, minimum: number | null): void {
    this.set(`OUT ${where}`, minimum !== null && held === 0, false);
    const isNear = minimum !== null && held > 0 && held * 20 <= minimum * 21;
    this.set(`LOW ${where}`, minimum !== null && held > 0 && held <= minimum, isNear);
  }

  private over(held: number, maximum: number | null): void {
    this.set("OVERSTOCK all", maximum !== null && held > maximum, maximum !== null && held * 20 > maximum * 19);
  }

  private set(key: string, isHolding: boolean, isLingering: boolean): void {
    if (isHolding) this.open.add(key);
    else if (!isLingering) this.open.delete(key);
  }
}

async function play(tenant: TestTenant, variantId: string, places: [string, string], model: Model, wanted: Step) {
  const ctx = tenant.ctx();
  const head = { clientId: v7(), reference: null, note: null };
  if (wanted.do === "limits") {
    const { minimum, maximum } = wanted;
    const text = (value: number | null) => (value === null ? null : String(value));
    await setThreshold(ctx, { variantId, locationId: null, minimum: text(minimum), maximum: text(maximum) });
    Object.assign(model, { minimum, maximum });
    return;
  }
  const at = wanted.place === 0 ? 0 : 1;
  const locationId = places[at];
  if (wanted.do === "placeMinimum") {
    const minimum = wanted.minimum === null ? null : String(wanted.minimum);
    await setThreshold(ctx, { variantId, locationId, minimum });
    model.placeMinimum[at] = wanted.minimum;
    return;
  }
  const line = { variantId, quantity: String(wanted.amount) };
  if (wanted.do === "move") {
    const toLocationId = places[1 - at] ?? "";
    await transferStock(ctx, { ...head, fromLocationId: locationId, toLocationId, lines: [line] });
    model.held[at] -= wanted.amount;
    model.held[at === 0 ? 1 : 0] += wanted.amount;
    return;
  }
  const type = wanted.do === "in" ? "purchase" : "sale";
  await postEntries(ctx, { ...head, type, lines: [{ ...line, locationId }] });
  model.isBooked = true;
  model.held[at] += wanted.do === "in" ? wanted.amount : -wanted.amount;
}

async function openIn(tenant: TestTenant, variantId: string, places: readonly string[]): Promise<string[]> {
  const rows = await tenant.db
    .select({ kind: alerts.kind, locationId: alerts.locationId })
    .from(alerts)
    .where(and(eq(alerts.variantId, variantId), eq(alerts.isOpen, 1)));
  return rows
    .map(({ kind, locationId }) => `${kind} ${locationId === null ? "all" : `p${places.indexOf(locationId)}`}`)
    .sort();
}

test("after any accepted sequence the open alerts are what the levels and limits say, and a review changes nothing", async () => {
  await using tenant = await createTestTenant();
  const places: [string, string] = [await tenant.location("A"), await tenant.location("B")];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { variantId } = await tenant.product({ locationId: places[0] });
      const model = new Model();
      for (const wanted of steps) {
        try {
          await play(tenant, variantId, places, model, wanted);
        } catch (error) {
          // Too little stock, or a maximum below the minimum: refused, and nothing has changed.
          if (!(error instanceof DomainError)) throw error;
        }
        model.settle();
        expect(await openIn(tenant, variantId, places)).toEqual([...model.open].sort());
      }
      await reviewFactory(tenant.ctx());
      expect(await openIn(tenant, variantId, places)).toEqual([...model.open].sort());
    }),
    { numRuns: 25 },
  );
}, 240_000);
