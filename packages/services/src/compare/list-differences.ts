import {
  type AuditValues,
  type Compared,
  type DifferenceRow,
  type ListDifferencesInput,
  MAKEABLE,
  type Page,
  TAKEABLE,
} from "@storehouse/domain";
import { findNames, type Looking } from "../audit/find-names.ts";
import type { TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { canonicalJson, changedFields } from "../record/same-content.ts";
import { readSettings } from "../settings/read-settings.ts";
import { authorizeCopy } from "./authorize-copy.ts";
import { SHAPES } from "./compared.ts";
import type { Copies } from "./copy-ports.ts";
import { FIND } from "./find-states.ts";
import { type Difference, scanDifferences, type Sides } from "./scan-differences.ts";
import { scanEntries } from "./scan-entries.ts";
import { type State, valuesOf } from "./state.ts";

/** How many records are read at once: names are looked up for all of them together. */
const BATCH = 50;

/**
 * The records of one kind that differ from a side copy, in the order of their ids, a page at a time: what they are called, and the fields that
 * differ, as they were and as they are. Throws NOT_ALLOWED, NOT_FOUND, WRONG_STATE for a copy that is not ready, INVALID for a strange cursor.
 */
export function listDifferences(
  ctx: TenantContext,
  copies: Copies,
  input: ListDifferencesInput,
): Promise<Page<DifferenceRow>> {
  authorizeCopy(ctx, "backups.read");
  const [after] = unpackCursor(input.after, 1) ?? [];
  return copies.read(input.id, async (copy) => {
    const sides = { ctx, copy };
    const found: Found[] = [];
    for await (const one of rowsOf(sides, input, after ?? undefined)) {
      found.push(one);
      if (found.length > input.limit) break;
    }
    const page = toPage(found, input.limit, ({ at }) => [at]);
    return { ...page, rows: page.rows.map(({ row }) => row) };
  });
}

type Found = Readonly<{ row: DifferenceRow; at: string }>;

async function* rowsOf(
  sides: Sides,
  { table, kinds, search }: ListDifferencesInput,
  after: string | undefined,
): AsyncGenerator<Found, void> {
  const text = search?.toLowerCase() ?? "";
  const batch: Difference[] = [];
  const read = async (): Promise<Found[]> => {
    const some = batch.splice(0);
    const rows = await toRows(sides, table, some);
    return rows
      .map((row, index) => ({ row, at: some[index]?.at ?? row.id }))
      .filter(({ row }) => row.label.toLowerCase().includes(text));
  };
  for await (const found of differencesOf(sides, table, after)) {
    if (kinds !== undefined && !kinds.includes(found.kind)) continue;
    batch.push(found);
    if (batch.length >= BATCH) yield* await read();
  }
  yield* await read();
}

export async function* differencesOf(
  sides: Sides,
  table: Compared,
  after: string | undefined,
): AsyncGenerator<Difference, void> {
  if (table === "entry") return yield* scanEntries(sides, after);
  if (table !== "settings") return yield* scanDifferences(sides, SHAPES[table], { after });
  if (after !== undefined || !(await isSettingsChanged(sides))) return;
  yield { id: (await readSettings(sides.ctx.db)).factoryId, kind: "changed" };
}

/** True when the factory's settings are not those of the copy. */
export async function isSettingsChanged({ ctx, copy }: Sides): Promise<boolean> {
  const [now, before] = await Promise.all([FIND.settings(ctx.db, ""), FIND.settings(copy, "")]);
  return canonicalJson(now?.content) !== canonicalJson(before?.content);
}

/** What a kind of record is called in lines of the log: where names are looked up. */
const ENTITIES: Partial<Record<Compared, string>> = { level: "variant", minimum: "variant" };

async function toRows(sides: Sides, table: Compared, differences: readonly Difference[]): Promise<DifferenceRow[]> {
  const { ctx, copy } = sides;
  const states = await Promise.all(
    differences.map(async ({ id, kind }) => ({
      id,
      kind,
      now: kind === "removed" ? undefined : await FIND[table](ctx.db, id),
      was: kind === "added" ? undefined : await FIND[table](copy, id),
    })),
  );
  const namesIn = (side: Looking, of: "now" | "was") =>
    findNames(
      side,
      states.map(({ id, ...state }) => ({
        entity: ENTITIES[table] ?? table,
        entityId: id,
        before: state[of] === undefined ? null : state[of].content,
        after: null,
      })),
    );
  const before = await namesIn({ actor: ctx.actor, db: copy }, "was");
  const now = await namesIn(ctx, "now");
  const names = new Map([...before.names, ...now.names]);
  const productIds = new Map([...before.productIds, ...now.productIds]);
  return states.map((state) => ({
    id: state.id,
    kind: state.kind,
    label: labelOf(table, state, names),
    productId: productIds.get(state.id) ?? productIds.get(textOf(state, "variantId")) ?? null,
    ...fieldsOf(state),
    names: namesFor(state, names),
    version: state.now?.version ?? null,
    isTakeable: isTakeable(table, state.kind),
  }));
}

type Both = Readonly<{ id: string; now: State | undefined; was: State | undefined }>;

const isTakeable = (table: Compared, kind: Difference["kind"]): boolean =>
  kind === "changed"
    ? (TAKEABLE as readonly Compared[]).includes(table)
    : kind === "removed" && MAKEABLE.includes(table);

/** Of what changed, the fields that did; of what is new or gone, what an entry or a level says. */
function fieldsOf({ now, was }: Both): Pick<DifferenceRow, "now" | "was"> {
  if (now === undefined || was === undefined) return { now: now?.content ?? null, was: was?.content ?? null };
  const [a, b] = [valuesOf(now), valuesOf(was)];
  const fields = changedFields<Record<string, unknown>>(b, a);
  const pick = (from: AuditValues): AuditValues =>
    Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
  return { now: pick(a), was: pick(b) };
}

const textOf = ({ now, was }: Both, field: string): string => {
  const value = (now ?? was)?.content[field];
  return typeof value === "string" ? value : "";
};

/** What a record is called: by its own name where it has one, else by the name of what it is about. */
export function labelOf(table: Compared, state: Both, names: ReadonlyMap<string, string>): string {
  const own = textOf(state, "name");
  if (table === "product") return `${textOf(state, "code")} ${own}`;
  if (table === "unit") return `${textOf(state, "code")} ${own}`;
  if (table === "formula" || table === "entry") return names.get(textOf(state, "variantId")) ?? own;
  return names.get(state.id) ?? own;
}

function namesFor(state: Both, names: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const text = JSON.stringify([state.now?.content, state.was?.content]);
  return Object.fromEntries([...names].filter(([id]) => text.includes(id)));
}
