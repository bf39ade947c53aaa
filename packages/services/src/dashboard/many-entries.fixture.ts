import { count, sql, type TenantDb } from "@storehouse/db";
import { variants } from "@storehouse/db/tenant";

const CHUNK = 10_000;
const LINES = 5;
const DIGITS =
  "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";

export type ManyEntries = Readonly<{ userId: string; locationId: string; count: number; until: Date; days: number }>;
type Wish = ManyEntries & Readonly<{ variants: number }>;

/**
 * Fills the ledger of a factory that has products with so many entries, evenly over the last days: of each twenty six are sales, one of a hundred
 * undoes another. They are for measuring and for plans: balances and values are not those of a real ledger.
 */
export async function makeManyEntries(db: TenantDb, many: ManyEntries): Promise<void> {
  const [known] = await db.select({ count: count() }).from(variants);
  const wish: Wish = { ...many, variants: known?.count ?? 1 };
  for (let from = 0; from < wish.count; from += CHUNK) {
    const size = Math.min(CHUNK, wish.count - from);
    await db.source.prepared(postingsText(wish, from, size), []);
    await db.source.prepared(entriesText(wish, from, size), []);
  }
  await db.execute(sql`analyze table postings, inventory_entries`);
}

const hex = (id: string): string => `x'${id.replaceAll("-", "")}'`;
const idOf = (kind: string, number: string): string => `unhex(concat('${kind}', lpad(hex(${number}), 28, '0')))`;

const numbers = (from: number, size: number): string => `
  (select ${from} + a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n
   from ${DIGITS} a, ${DIGITS} b, ${DIGITS} c, ${DIGITS} e
   having n < ${from + size}) numbers`;

const momentText = ({ until, days, count }: ManyEntries): string => {
  const start = new Date(until.getTime() - days * 86_400_000).toISOString().slice(0, 23).replace("T", " ");
  return `timestampadd(second, floor(n * ${(days * 86_400) / count}), '${start}')`;
};

const postingsText = (wish: Wish, from: number, size: number): string => `
  insert into postings (id, client_id, request_hash, kind, user_id, occurred_at, written_at)
  select ${idOf("0190", "n")}, ${idOf("0191", "n")}, '', 'manual_in', ${hex(wish.userId)}, ${momentText(wish)}, ${momentText(wish)}
  from ${numbers(from, size)} where n % ${LINES} = 0`;

const entriesText = (wish: Wish, from: number, size: number): string => `
  insert into inventory_entries (id, posting_id, line_number, variant_id, location_id, lot_id, type, quantity, value, currency, balance,
    sequence, reverses_id, user_id, occurred_at, written_at)
  select ${idOf("0192", "n")}, ${idOf("0190", `n - n % ${LINES}`)}, n % ${LINES}, v.id, ${hex(wish.locationId)}, x'${"0".repeat(32)}',
    case when n % 100 = 99 then 'reversal' when n % 20 < 6 then 'sale' when n % 20 = 6 then 'sale_return' when n % 20 < 10 then 'manual_in'
      when n % 20 < 12 then 'purchase' when n % 20 < 15 then 'manual_out' when n % 20 = 15 then 'transfer_out' when n % 20 = 16 then 'transfer_in'
      when n % 20 = 17 then 'manufacturing_in' when n % 20 = 18 then 'manufacturing_out' else 'adjustment' end,
    (case when n % 20 < 6 or n % 20 in (12, 13, 14, 15, 18) then -1 else 1 end) * (1 + n % 9), 10, 'INR', 100,
    floor(n / ${wish.variants}) + 1000, case when n % 100 = 99 then ${idOf("0192", "n - 60")} end,
    ${hex(wish.userId)}, ${momentText(wish)}, ${momentText(wish)}
  from ${numbers(from, size)}
  join (select id, row_number() over (order by id) - 1 as k from variants) v on v.k = (n * 7919) % ${wish.variants}`;
