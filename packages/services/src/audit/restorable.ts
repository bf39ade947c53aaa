import { eq, type ReadDb } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import {
  type AuditValues,
  fail,
  type Restorable,
  roleKeyOf,
  UpdateLocationInput,
  UpdateProductInput,
  UpdateRoleInput,
  UpdateSubcategoryInput,
  UpdateSupplierInput,
  UpdateUserInput,
  UpdateVariantInput,
} from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { locationRecord } from "../location/location-record.ts";
import { updateLocation } from "../location/update-location.ts";
import { productRecord } from "../product/product-record.ts";
import { updateProduct } from "../product/update-product.ts";
import { updateVariant } from "../product/update-variant.ts";
import { variantRecord } from "../product/variant-record.ts";
import { roleRecord } from "../role/role-record.ts";
import { updateRole } from "../role/update-role.ts";
import { subcategoryRecord } from "../subcategory/subcategory-record.ts";
import { updateSubcategory } from "../subcategory/update-subcategory.ts";
import { supplierRecord } from "../supplier/supplier-record.ts";
import { updateSupplier } from "../supplier/update-supplier.ts";
import type { AccountPorts } from "../user/ports.ts";
import { updateUser } from "../user/update-user.ts";
import { findPlaces } from "../user/user-places.ts";

/** What a record holds now. */
export type Current = Readonly<{ version: number; content: AuditValues }>;

/** What changing a person asks of the process. */
export type PeoplePorts = Pick<AccountPorts, "forgetPerson" | "peopleChanged">;

type Target = Readonly<{ id: string; version: number }> & AuditValues;
type Restoring = Readonly<{
  find: (db: ReadDb, id: string) => Promise<Current | undefined>;
  /** Saves a state by the noun's own verb, with all that it asks and refuses. Throws INVALID for what the noun no longer takes. */
  save: (ctx: TenantContext, accounts: PeoplePorts, target: Target) => Promise<{ version: number }>;
}>;

/** How each kind of record is read, and put back by the verb that changes it. */
export const RESTORING: Readonly<Record<Restorable, Restoring>> = {
  product: {
    find: productRecord.find,
    save: (ctx, _, target) => updateProduct(ctx, parsed(UpdateProductInput, target)),
  },
  variant: {
    find: variantRecord.find,
    save: (ctx, _, target) => updateVariant(ctx, parsed(UpdateVariantInput, target)),
  },
  location: {
    find: locationRecord.find,
    save: (ctx, _, target) => updateLocation(ctx, parsed(UpdateLocationInput, target)),
  },
  subcategory: {
    find: subcategoryRecord.find,
    save: (ctx, _, target) => updateSubcategory(ctx, parsed(UpdateSubcategoryInput, target)),
  },
  supplier: {
    find: supplierRecord.find,
    save: (ctx, _, target) => updateSupplier(ctx, parsed(UpdateSupplierInput, target)),
  },
  user: {
    find: findUser,
    save: (ctx, accounts, target) => updateUser(ctx, accounts, parsed(UpdateUserInput, target)),
  },
  role: {
    find: roleRecord.find,
    save: (ctx, accounts, target) => updateRole(ctx, accounts, parsed(UpdateRoleInput, target)),
  },
};

/** Reads a record as it is now. Throws NOT_FOUND. */
export async function getCurrent(db: ReadDb, entity: Restorable, id: string): Promise<Current> {
  return (await RESTORING[entity].find(db, id)) ?? fail({ code: "NOT_FOUND", entity, id });
}

async function findUser(db: ReadDb, id: string): Promise<Current | undefined> {
  const { name, email, role, roleId, isActive, version } = users;
  const [row] = await db.select({ name, email, role, roleId, isActive, version }).from(users).where(eq(users.id, id));
  if (row === undefined) return undefined;
  const locationIds = (await findPlaces(db, [id])).get(id) ?? [];
  const content = { name: row.name, email: row.email, role: roleKeyOf(row.role, row.roleId), locationIds };
  return { version: row.version, content: { ...content, isActive: row.isActive } };
}

type Parsed<T> =
  | Readonly<{ success: true; data: T }>
  | Readonly<{
      success: false;
      error: Readonly<{ issues: readonly Readonly<{ path: readonly PropertyKey[]; message: string }>[] }>;
    }>;

/** An old state meets today's rules: what was allowed then may not be any more. */
export function parsed<T>(input: Readonly<{ safeParse: (value: unknown) => Parsed<T> }>, target: AuditValues): T {
  const result = input.safeParse(target);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return fail({ code: "INVALID", field: issue?.path.join(".") ?? "", reason: issue?.message ?? "INVALID" });
}
