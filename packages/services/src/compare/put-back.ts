import {
  type AuditValues,
  fail,
  type Restorable,
  type Takeable,
  UpdateSettingsInput,
  UpdateViewInput,
} from "@storehouse/domain";
import { setThreshold } from "../alert/set-threshold.ts";
import { parsed, type PeoplePorts, RESTORING } from "../audit/restorable.ts";
import type { TenantContext } from "../context.ts";
import { archiveFormula } from "../formula/archive-formula.ts";
import { archiveLocation } from "../location/archive-location.ts";
import { archiveProduct } from "../product/archive-product.ts";
import { archiveVariant } from "../product/archive-variant.ts";
import { variantRecord } from "../product/variant-record.ts";
import { getRecord } from "../record/get-record.ts";
import { changedFields } from "../record/same-content.ts";
import { archiveRole } from "../role/archive-role.ts";
import { updateSettings } from "../settings/update-settings.ts";
import { archiveSubcategory } from "../subcategory/archive-subcategory.ts";
import { archiveSupplier } from "../supplier/archive-supplier.ts";
import { archiveView } from "../view/archive-view.ts";
import { updateView } from "../view/update-view.ts";
import { FIND } from "./find-states.ts";
import { putFormulaBack } from "./put-formula-back.ts";
import type { State } from "./state.ts";

type Save = (ctx: TenantContext, accounts: PeoplePorts, target: Target) => Promise<unknown>;
/** A record, the version it has, and what it is to hold. */
export type Target = Readonly<{ id: string; version: number; content: AuditValues }>;

const restored =
  (entity: Restorable): Save =>
  (ctx, accounts, { content, ...guard }) =>
    RESTORING[entity].save(ctx, accounts, { ...content, ...guard });

/** The verb that changes each kind of record, with all that it asks and refuses. */
const SAVE: Readonly<Record<Exclude<Takeable, "unit">, Save>> = {
  product: restored("product"),
  variant: restored("variant"),
  location: restored("location"),
  supplier: restored("supplier"),
  subcategory: restored("subcategory"),
  user: restored("user"),
  role: restored("role"),
  view: (ctx, _, { content, ...guard }) => updateView(ctx, parsed(UpdateViewInput, { ...content, ...guard })),
  settings: (ctx, _, { content, version }) => updateSettings(ctx, parsed(UpdateSettingsInput, { ...content, version })),
  minimum: (ctx, _, target) => putMinimumsBack(ctx, target),
  formula: (ctx, _, target) => putFormulaBack(ctx, target),
};

const ARCHIVE = {
  product: archiveProduct,
  variant: archiveVariant,
  location: archiveLocation,
  supplier: archiveSupplier,
  subcategory: archiveSubcategory,
  role: archiveRole,
  view: archiveView,
  formula: archiveFormula,
} as const;

/**
 * Makes a record hold what it held: out of the archive first, for what is archived takes no change; into it last. Says whether anything was
 * different. Throws what the verbs throw.
 */
export async function putBack(
  ctx: TenantContext,
  accounts: PeoplePorts,
  { table, id, wanted }: Readonly<{ table: Takeable; id: string; wanted: Pick<State, "content" | "isArchived"> }>,
): Promise<boolean> {
  const before = await getState(ctx, table, id);
  if (before.isArchived && !wanted.isArchived) await archive(ctx, table, { id, isArchived: false });
  const current = await getState(ctx, table, id);
  const changed = changedFields<Record<string, unknown>>(current.content, wanted.content);
  if (changed.length > 0) {
    // Units are never changed once they are there.
    if (table === "unit") fail({ code: "INVALID", field: changed[0] ?? "", reason: "UNIT_FIXED" });
    await SAVE[table](ctx, accounts, { id, version: current.version, content: wanted.content });
  }
  if (!before.isArchived && wanted.isArchived) await archive(ctx, table, { id, isArchived: true });
  return changed.length > 0 || before.isArchived !== wanted.isArchived;
}

async function archive(
  ctx: TenantContext,
  table: Takeable,
  { id, isArchived }: Readonly<{ id: string; isArchived: boolean }>,
): Promise<void> {
  if (!(table in ARCHIVE)) return;
  const { version } = await getState(ctx, table, id);
  await ARCHIVE[table as keyof typeof ARCHIVE](ctx, { id, version, isArchived });
}

/** Reads what a record holds now. Throws NOT_FOUND. */
export async function getState(ctx: TenantContext, table: Takeable, id: string): Promise<State> {
  const entity = table === "minimum" ? "variant" : table;
  return (await FIND[table](ctx.db, id)) ?? fail({ code: "NOT_FOUND", entity, id });
}

type AtPlace = Readonly<{ locationId: string; minimum: string }>;

async function putMinimumsBack(ctx: TenantContext, { id: variantId, content }: Target): Promise<void> {
  const current = (await getState(ctx, "minimum", variantId)).content;
  const maximum = typeof content["maximum"] === "string" ? content["maximum"] : null;
  // The least over all places is the variant's own field, and goes back with it.
  const minimum = (await getRecord(ctx.db, variantRecord, variantId)).content.minimumStock;
  await setThreshold(ctx, { variantId, locationId: null, minimum, maximum });
  const wanted = placesIn(content);
  const places = new Set([...wanted.keys(), ...placesIn(current).keys()]);
  for (const locationId of [...places].sort()) {
    await setThreshold(ctx, { variantId, locationId, minimum: wanted.get(locationId) ?? null });
  }
}

const placesIn = (content: AuditValues): ReadonlyMap<string, string> =>
  new Map((content["atPlaces"] as readonly AtPlace[]).map(({ locationId, minimum }) => [locationId, minimum]));
