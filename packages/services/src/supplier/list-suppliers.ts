import { and, asc, contains, or } from "@storehouse/db";
import { suppliers } from "@storehouse/db/tenant";
import type { ListSuppliersInput, Page, SupplierRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { archivedIs, comesAfter } from "../record/keyset.ts";
import { selectSuppliers, toSupplierRow } from "./select-suppliers.ts";

/** Lists suppliers by name; a search also looks at the person, phone and e-mail. */
export async function listSuppliers(ctx: TenantContext, input: ListSuppliersInput): Promise<Page<SupplierRow>> {
  authorize(ctx, "suppliers.read");
  const { search, isArchived, after, limit } = input;
  const cursor = unpackCursor(after, 1);
  const rows = await selectSuppliers(ctx.db)
    .where(
      and(
        archivedIs(suppliers.archivedAt, isArchived),
        search === null ? undefined : matches(search),
        cursor && comesAfter([[suppliers.name, cursor[0]]]),
      ),
    )
    .orderBy(asc(suppliers.name))
    .limit(limit + 1);
  return toPage(rows.map(toSupplierRow), limit, (row) => [row.name]);
}

const matches = (search: string) =>
  or(...[suppliers.name, suppliers.contact, suppliers.phone, suppliers.email].map((text) => contains(text, search)));
