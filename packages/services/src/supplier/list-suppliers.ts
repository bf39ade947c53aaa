import { and, contains, or } from "@storehouse/db";
import { suppliers } from "@storehouse/db/tenant";
import type { ListSuppliersInput, Page, SUPPLIER_SORTS, SupplierRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage } from "../cursor.ts";
import { archivedIs } from "../record/keyset.ts";
import { type SortBy, sortWhole } from "../record/sort-whole.ts";
import { selectSuppliers, toSupplierRow } from "./select-suppliers.ts";

/** Lists suppliers by name, or as asked; a search also looks at the person, phone and e-mail. */
export async function listSuppliers(ctx: TenantContext, input: ListSuppliersInput): Promise<Page<SupplierRow>> {
  authorize(ctx, "suppliers.read");
  const { search, isArchived, limit } = input;
  const { after, orderBy, cursorOf } = sortWhole(WAYS, { first: "name", last: ["name"] }, input);
  const rows = await selectSuppliers(ctx.db)
    .where(and(archivedIs(suppliers.archivedAt, isArchived), search === null ? undefined : matches(search), after))
    .orderBy(...orderBy)
    .limit(limit + 1);
  return toPage(rows.map(toSupplierRow), limit, cursorOf);
}

const WAYS: Readonly<Record<(typeof SUPPLIER_SORTS)[number], SortBy<SupplierRow>>> = {
  name: { by: suppliers.name, valueOf: ({ name }) => name },
  contact: { by: suppliers.contact, valueOf: ({ contact }) => contact },
  phone: { by: suppliers.phone, valueOf: ({ phone }) => phone },
  email: { by: suppliers.email, valueOf: ({ email }) => email },
  taxNumber: { by: suppliers.taxNumber, valueOf: ({ taxNumber }) => taxNumber },
};

const matches = (search: string) =>
  or(...[suppliers.name, suppliers.contact, suppliers.phone, suppliers.email].map((text) => contains(text, search)));
