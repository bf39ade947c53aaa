import type { Pool, RowDataPacket } from "mysql2/promise";

type Read = (pool: Pool, url: URL) => Promise<unknown>;
type Params = readonly (string | number | Buffer)[];

/** The questions of the app, asked as plainly as their rows allow: prepared statements, nothing between them and the answer. */
export const READS: Readonly<Record<string, Read>> = {
  "/search": (pool, url) => {
    const text = `%${url.searchParams.get("q")}%`;
    return ask(pool, SEARCH, [text, text]);
  },
  "/dashboard": (pool) => Promise.all(DASHBOARD.map((text) => ask(pool, text))),
  "/balance": async (pool) => [await ask(pool, BALANCE), await ask(pool, "select sum(value) total from variant_stock")],
  "/audit": (pool) => ask(pool, AUDIT),
  "/entries": (pool, url) => ask(pool, ENTRIES, [url.searchParams.get("type") ?? "", placeOf(url)]),
  "/levels-at": async (pool, url) => {
    const products = await ask<RowDataPacket & { id: Buffer }>(
      pool,
      "select id, code, name from products order by name, id limit 60",
    );
    return [products, await ask(pool, levelsText(products.length), [momentOf(url), ...products.map(({ id }) => id)])];
  },
  "/value-at": (pool, url) => ask(pool, VALUE_AT, [momentOf(url)]),
  "/place-value-at": async (pool, url) => {
    const places = await ask<Place>(pool, PLACES_AT, [momentOf(url)]);
    return shareOf(places, placeOf(url));
  },
};

async function ask<Row extends RowDataPacket>(pool: Pool, text: string, params: Params = []): Promise<readonly Row[]> {
  const [rows] = await pool.execute<Row[]>(text, [...params]);
  return rows;
}

const placeOf = (url: URL): Buffer => Buffer.from(url.searchParams.get("place") ?? "", "hex");
const momentOf = (url: URL): string => url.searchParams.get("at") ?? "";

const SEARCH = `
  select hex(p.id) id, p.code, p.name, p.category, p.price, p.cost, u.code unit, s.on_hand, s.value
  from products p join units u on u.id = p.base_unit_id join variants v on v.product_id = p.id join variant_stock s on s.variant_id = v.id
  where p.is_archived = 0 and (p.name like ? or p.code like ?) order by p.code limit 21`;

const DASHBOARD: readonly string[] = [
  "select sum(value) value, count(distinct case when on_hand > 0 then product_id end) stocked from variant_stock",
  "select count(*) low, sum(on_hand = 0) gone from variant_stock where is_low = 1",
  `select type, date(occurred_at) day, count(*) n from inventory_entries force index (inventory_entries_type_ix)
   where type in ('purchase', 'manual_in', 'sale_return', 'manufacturing_in', 'sale', 'manual_out', 'manufacturing_out', 'opening')
     and occurred_at >= utc_date() - interval 6 day group by 1, 2`,
  `select variant_id, -sum(quantity) sold from inventory_entries force index (inventory_entries_type_ix)
   where type in ('sale', 'sale_return') and occurred_at >= utc_date() - interval 29 day group by variant_id order by sold desc limit 5`,
  `select hex(v.id) id, v.sku, p.name, u.code unit, s.on_hand, v.minimum_stock from variant_stock s join variants v on v.id = s.variant_id
   join products p on p.id = v.product_id join units u on u.id = p.base_unit_id where s.is_low = 1 order by s.on_hand / v.minimum_stock limit 6`,
  `select hex(e.id) id, e.type, e.quantity, e.balance, e.occurred_at, p.name
   from (select id from inventory_entries order by occurred_at desc, id desc limit 8) latest join inventory_entries e on e.id = latest.id
   join variants v on v.id = e.variant_id join products p on p.id = v.product_id order by e.occurred_at desc, e.id desc`,
];

const BALANCE = `
  select p.code, p.name, hex(l.location_id) place, l.on_hand, s.value
  from (select id, code, name from products where is_archived = 0 order by code limit 200) p
  join variant_stock s on s.product_id = p.id join stock_levels l on l.variant_id = s.variant_id order by p.code`;

const AUDIT = `
  select hex(id) id, at, actor_name, action, entity, hex(entity_id) entity_id, before_values, after_values, reason, address, device
  from audit_log force index (audit_log_at_ix) order by at desc, audit_log.id desc limit 51`;

const ENTRIES = `
  select hex(e.id) id, e.type, e.quantity, e.balance, e.value, e.occurred_at, v.sku, p.code, p.name, h.name place, w.name person, b.reference, b.note
  from (select id from inventory_entries where type = ? and location_id = ? order by occurred_at desc, id desc limit 51) page
  join inventory_entries e on e.id = page.id join variants v on v.id = e.variant_id join products p on p.id = v.product_id
  join locations h on h.id = e.location_id join users w on w.id = e.user_id join postings b on b.id = e.posting_id
  order by e.occurred_at desc, e.id desc`;

const levelsText = (products: number): string => `
  select hex(e.variant_id) variant, hex(e.location_id) place, sum(e.quantity) on_hand, sum(e.value) value
  from inventory_entries e join variants v on v.id = e.variant_id
  where e.occurred_at <= ? and v.product_id in (${Array.from({ length: products }, () => "?").join(",")}) group by e.variant_id, e.location_id`;

const VALUE_AT =
  "select sum(value) value from inventory_entries force index (inventory_entries_stock_ix) where occurred_at <= ?";

const PLACES_AT = `
  select variant_id variant, location_id place, sum(quantity) on_hand, sum(value) value
  from inventory_entries force index (inventory_entries_stock_ix) where occurred_at <= ? group by variant_id, location_id`;

type Place = RowDataPacket & Readonly<{ variant: Buffer; place: Buffer; on_hand: string; value: string }>;

// In floating point and without caring where the last digit goes: the app may not.
function shareOf(places: readonly Place[], asked: Buffer): number {
  const totals = new Map<string, { value: number; onHand: number; there: number }>();
  for (const { variant, place, on_hand: onHand, value } of places) {
    const key = variant.toString("latin1");
    const total = totals.get(key) ?? { value: 0, onHand: 0, there: 0 };
    total.value += Number(value);
    total.onHand += Number(onHand);
    if (place.equals(asked)) total.there += Number(onHand);
    totals.set(key, total);
  }
  return [...totals.values()].reduce((sum, { value, onHand, there }) => sum + (value * there) / onHand, 0);
}
