import { eventOfPosting, moneyText, placeKey, quantityText } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import type { LedgerPlaces } from "../inventory/ledger-place.ts";
import type { OpenPosting } from "../inventory/open-posting.ts";
import type { WrittenEntry } from "../inventory/write-entries.ts";
import { isHeard } from "./find-hooks.ts";
import { ITEMS_MAX, tell } from "./write-events.ts";

/** Gathers what programs are told of a posting, a batch at a time; does nothing where nobody hears of it. */
export type PostingTeller = Readonly<{
  add: (places: LedgerPlaces, written: readonly WrittenEntry[]) => void;
  end: () => Promise<void>;
}>;

/** Begins to tell of a posting. */
export async function tellPosting(ctx: TenantContext, posting: OpenPosting): Promise<PostingTeller> {
  const event = eventOfPosting(posting.kind);
  if (!(await isHeard(ctx, event))) return SILENT;
  const items: object[] = [];
  let count = 0;
  const { id: postingId, kind, reference, note, occurredAt } = posting;
  const head = { postingId, kind, reference, note, occurredAt: occurredAt.toISOString() };
  return {
    add: (places, written) => {
      count += written.length;
      items.push(...written.slice(0, ITEMS_MAX - items.length).map((entry) => entryOf(places, entry)));
    },
    end: () => tell(ctx, { event, head, list: "entries", items, count }),
  };
}

const SILENT: PostingTeller = { add: () => undefined, end: () => Promise.resolve() };

function entryOf(places: LedgerPlaces, { entryId, effect }: WrittenEntry): object {
  const { move, value, balance } = effect;
  const place = places.get(placeKey(move.variantId, move.locationId));
  return {
    id: entryId,
    type: move.type,
    variantId: move.variantId,
    sku: place?.sku,
    productId: place?.productId,
    productName: place?.productName,
    locationId: move.locationId,
    locationName: place?.locationName,
    quantity: quantityText(move.quantity),
    unit: place?.unit,
    value: moneyText(value),
    balance: quantityText(balance),
    reversesId: move.reversesId,
  };
}
