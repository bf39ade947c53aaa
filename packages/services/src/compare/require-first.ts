import type { ReadDb } from "@storehouse/db";
import { type Entity, fail, type Takeable } from "@storehouse/domain";
import { eq } from "@storehouse/db";
import { variants } from "@storehouse/db/tenant";
import { findNames } from "../audit/find-names.ts";
import type { TenantContext } from "../context.ts";
import { labelOf } from "./list-differences.ts";
import { FIND } from "./find-states.ts";
import { type Pointer, pointersOf } from "./pointers.ts";
import type { State } from "./state.ts";

/** A record to be put back: what it held, and what it holds now. */
export type Wish = Readonly<{ table: Takeable; id: string; was: State; now: State | undefined }>;

/**
 * Refuses with TAKE_FIRST where a record would point at one that was in use then and is not now, naming which: those that are taken back along
 * with it are no hindrance, and neither is what it points at already.
 */
export async function requireFirst(ctx: TenantContext, copy: ReadDb, wishes: readonly Wish[]): Promise<void> {
  const along = new Set(wishes.map(({ id }) => id));
  for (const wish of wishes) {
    if (wish.was.isArchived) continue;
    const isBack = wish.now === undefined || wish.now.isArchived;
    const known = new Set(isBack || wish.now === undefined ? [] : pointersOf(wish.table, wish.now).map(({ id }) => id));
    const wanted = [...pointersOf(wish.table, wish.was), ...(await ownerOf(copy, wish))];
    const needs: Pointer[] = [];
    for (const pointer of wanted) {
      if (along.has(pointer.id) || known.has(pointer.id)) continue;
      if (await isMissing(ctx, copy, pointer)) needs.push(pointer);
    }
    if (needs.length > 0) await refuse(ctx, copy, wish, needs);
  }
}

/** A variant is nothing without its product. */
async function ownerOf(copy: ReadDb, { table, id }: Wish): Promise<readonly Pointer[]> {
  if (table !== "variant") return [];
  const [row] = await copy.select({ id: variants.productId }).from(variants).where(eq(variants.id, id));
  return row === undefined ? [] : [{ table: "product", id: row.id }];
}

async function isMissing(ctx: TenantContext, copy: ReadDb, { table, id }: Pointer): Promise<boolean> {
  const now = await FIND[table](ctx.db, id);
  if (now !== undefined && !now.isArchived) return false;
  const before = await FIND[table](copy, id);
  return before !== undefined && !before.isArchived;
}

async function refuse(ctx: TenantContext, copy: ReadDb, wish: Wish, needs: readonly Pointer[]): Promise<never> {
  const lines = await Promise.all(
    [{ table: wish.table, id: wish.id }, ...needs].map(async ({ table, id }) => ({
      table,
      id,
      state: await FIND[table](copy, id),
    })),
  );
  const { names } = await findNames(
    { actor: ctx.actor, db: copy },
    lines.map(({ table, id, state }) => ({ entity: table, entityId: id, before: state?.content ?? null, after: null })),
  );
  const named = lines.map(({ table, id, state }) => ({
    entity: entityOf(table),
    id,
    name: labelOf(table, { id, now: undefined, was: state }, names),
  }));
  const [self, ...others] = named;
  return fail({ code: "TAKE_FIRST", entity: entityOf(wish.table), id: wish.id, name: self?.name ?? "", needs: others });
}

const entityOf = (table: Takeable): Entity => (table === "minimum" ? "variant" : table);
