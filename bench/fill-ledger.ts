/** What fills the ledger of a factory that has its products: a connection of the database's administrator, and whose hand it was. */
export type Fill = Readonly<{
  run: (text: string) => Promise<unknown>;
  userId: string;
  /** Three places or more; the entries go to the first three in turn. */
  locationIds: readonly string[];
  variants: number;
  entries: number;
  until: Date;
  days: number;
}>;

const CHUNK = 10_000;
const LINES = 5;
const DIGITS = `(select 0 d ${Array.from({ length: 9 }, (_, n) => `union all select ${n + 1}`).join(" ")})`;

/**
 * Fills the ledger evenly over the last days, with what the app would have written: every balance is the one before plus the quantity, and levels
 * and totals are the sums, so that `inventory.verify` proves it. A variant's first entry at each place brings a thousand, then ten go and come; one
 * of a hundred undoes another. Five entries make a posting, which has its line in the audit log.
 */
export async function fillLedger(fill: Fill): Promise<void> {
  await fill.run("set foreign_key_checks = 0, unique_checks = 0");
  for (let from = 0; from < fill.entries; from += CHUNK) {
    const numbers = numbersText(from, Math.min(CHUNK, fill.entries - from));
    await fill.run(postingsText(fill, numbers));
    await fill.run(auditText(fill, numbers));
    await fill.run(entriesText(fill, numbers));
  }
  await fill.run(LEVELS);
  await fill.run(TOTALS);
  await fill.run("set foreign_key_checks = 1, unique_checks = 1");
  await fill.run("analyze table postings, audit_log, inventory_entries, stock_levels, variant_stock");
}

const hex = (id: string): string => `x'${id.replaceAll("-", "")}'`;
const idOf = (kind: string, number: string): string => `unhex(concat('${kind}', lpad(hex(${number}), 28, '0')))`;

const numbersText = (from: number, size: number): string => `
  (select ${from} + a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n
   from ${DIGITS} a, ${DIGITS} b, ${DIGITS} c, ${DIGITS} e
   having n < ${from + size}) numbers`;

const momentText = ({ until, days, entries }: Fill): string => {
  const start = new Date(until.getTime() - days * 86_400_000).toISOString().slice(0, 23).replace("T", " ");
  return `timestampadd(second, floor((n - n % ${LINES}) * ${(days * 86_400) / entries}), '${start}')`;
};

const postingsText = (fill: Fill, numbers: string): string => `
  insert into postings (id, client_id, request_hash, kind, reference, user_id, occurred_at, written_at)
  select ${idOf("0190", "n")}, ${idOf("0191", "n")}, '', 'manual_in', concat('B-', n % 997), ${hex(fill.userId)}, ${momentText(fill)}, ${momentText(fill)}
  from ${numbers} where n % ${LINES} = 0`;

const auditText = (fill: Fill, numbers: string): string => `
  insert into audit_log (id, at, actor_kind, actor_id, actor_name, action, entity, entity_id, after_values, address, device)
  select ${idOf("0193", "n")}, ${momentText(fill)}, 'user', ${hex(fill.userId)}, 'Bench', 'inventory.post', 'posting', ${idOf("0190", "n")},
    '{"type": "manual_in", "lines": 5}', '127.0.0.1', 'bench'
  from ${numbers} where n % ${LINES} = 0`;

/** `r` numbers a variant's entries at a place: what comes is even, what goes is odd. */
const entriesText = (fill: Fill, numbers: string): string => `
  insert into inventory_entries (id, posting_id, line_number, variant_id, location_id, lot_id, type, quantity, unit_cost, value, currency, balance,
    sequence, reverses_id, user_id, occurred_at, written_at)
  select ${idOf("0192", "n")}, ${idOf("0190", `n - n % ${LINES}`)}, n % ${LINES}, variant_id, location_id, x'${"0".repeat(32)}',
    case when is_undo then 'reversal'
      when r % 2 = 0 then elt(1 + (i + r) % 4, 'purchase', 'manual_in', 'manufacturing_in', 'sale_return')
      else elt(1 + (i + r) % 4, 'sale', 'manual_out', 'sale', 'manufacturing_out') end,
    quantity, case when quantity > 0 then 5 end, quantity * 5, 'INR', base + case when r % 2 = 0 then 1000 else 990 end,
    base_sequence + 1 + (n div ${fill.variants}), case when is_undo then ${idOf("0192", `n - ${3 * fill.variants}`)} end,
    ${hex(fill.userId)}, ${momentText(fill)}, ${momentText(fill)}
  from (
    select m.*, case when r = 0 then 1000 when r % 2 = 0 then 10 else -10 end as quantity, (r > 0 and r % 2 = 0 and i % 50 = 0) as is_undo,
      coalesce(l.on_hand, 0) as base
    from (
      select n, v.i, v.id as variant_id, v.base_sequence, (n div ${3 * fill.variants}) as r,
        case ((n div ${fill.variants}) + v.i) % 3 when 0 then ${hex(fill.locationIds[0] ?? "")} when 1 then ${hex(fill.locationIds[1] ?? "")}
          else ${hex(fill.locationIds[2] ?? "")} end as location_id
      from ${numbers}
      join (
        select v.id, row_number() over (order by v.id) - 1 as i, s.sequence as base_sequence
        from variants v join variant_stock s on s.variant_id = v.id
      ) v on v.i = n % ${fill.variants}
    ) m
    left join stock_levels l on l.variant_id = m.variant_id and l.location_id = m.location_id
  ) e`;

const LEVELS = `
  insert into stock_levels (variant_id, location_id, lot_id, on_hand, updated_at)
  select variant_id, location_id, lot_id, sum(quantity), max(written_at) from inventory_entries group by variant_id, location_id, lot_id
  on duplicate key update on_hand = values(on_hand)`;

const TOTALS = `
  update variant_stock s
  join (select variant_id, sum(quantity) as on_hand, sum(value) as value, max(sequence) as sequence from inventory_entries group by variant_id) e
    on e.variant_id = s.variant_id
  set s.on_hand = e.on_hand, s.value = e.value, s.sequence = e.sequence`;
