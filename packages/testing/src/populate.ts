import type { Posted } from "@storehouse/domain";
import { v7 } from "uuid";
import { dataOf } from "./answer.ts";
import type { Caller } from "./serve.ts";

/** Ids of what a populated factory holds, one of each kind. */
export type Population = Readonly<{
  userId: string;
  roleId: string;
  sessionId: string;
  apiKeyId: string;
  viewId: string;
  locationId: string;
  otherLocationId: string;
  subcategoryId: string;
  supplierId: string;
  unitId: string;
  productId: string;
  variantId: string;
  otherVariantId: string;
  formulaId: string;
  versionId: string;
  postingId: string;
  entryId: string;
  importId: string;
  /** A change of many that waits to be applied. */
  bulkId: string;
  /** The line of the audit log that tells of the first location. */
  auditLineId: string;
  alertId: string;
  notificationId: string;
  webhookId: string;
  deliveryId: string;
  /** Asked for, and not begun: no worker is at it. */
  backupId: string;
}>;

/** Fills a factory through the API, as a master would; every text in it holds `mark`. */
export async function populate(master: Caller, mark: string): Promise<Population> {
  const ids = {
    roleId: v7(),
    locationId: v7(),
    otherLocationId: v7(),
    subcategoryId: v7(),
    supplierId: v7(),
    productId: v7(),
    variantId: v7(),
    otherVariantId: v7(),
    formulaId: v7(),
    versionId: v7(),
    importId: v7(),
    bulkId: v7(),
    apiKeyId: v7(),
    viewId: v7(),
    webhookId: v7(),
    deliveryId: v7(),
    backupId: v7(),
  };
  const unitId = await unitCalled(master, "pcs");
  const { roleId, locationId, otherLocationId, subcategoryId, supplierId, productId, variantId, importId, apiKeyId } =
    ids;
  for (const [n, id] of [locationId, otherLocationId].entries()) {
    await write(master, "locations.create", { id, name: `${mark} place ${n}`, type: "WAREHOUSE" });
  }
  await write(master, "roles.create", { id: roleId, name: `${mark} role`, permissions: ["inventory.read"] });
  await write(master, "subcategories.create", { id: subcategoryId, category: "finished", name: `${mark} group` });
  await write(master, "suppliers.create", { id: supplierId, name: `${mark} supplier` });
  const product = { code: `${mark}-1`, name: `${mark} fan`, category: "finished", sourceType: "trading" };
  await write(master, "products.create", {
    ...product,
    id: productId,
    variantId,
    baseUnitId: unitId,
    subcategoryId,
    supplierId,
    defaultLocationId: locationId,
  });
  await addFormula(master, mark, ids, { ...product, baseUnitId: unitId });
  const line = { variantId, locationId, quantity: "10", unitCost: "5" };
  const posting = { clientId: v7(), type: "manual_in", note: mark, lines: [line] };
  const { postingId, entries } = await write<Posted>(master, "inventory.post", posting);
  await write(master, "alerts.setThreshold", { variantId, minimum: "50" });
  const alerts = await read<{ rows: { id: string }[] }>(master, "alerts.list", { limit: 1 });
  const notifications = await read<{ rows: { id: string }[] }>(master, "notifications.list", { limit: 1 });
  const content = { kind: "text", text: `code,name\n${mark}-9,${mark} sheet\n` };
  await write(master, "imports.upload", { id: importId, fileName: `${mark}.csv`, content });
  const key = { id: apiKeyId, name: `${mark} key`, scopes: ["products.read"], expiresAt: null };
  await write(master, "apiKeys.create", key);
  const view = { name: `${mark} view`, isShared: true, query: { q: mark }, columns: null };
  await write(master, "views.create", { id: ids.viewId, list: "products", ...view });
  const webhook = {
    id: ids.webhookId,
    url: `https://${mark}.example.com/`,
    description: mark,
    events: ["unit.created"],
  };
  await write(master, "webhooks.create", webhook);
  await write(master, "webhooks.test", { id: ids.webhookId, deliveryId: ids.deliveryId });
  await write(master, "backup.trigger", { id: ids.backupId });
  await write(master, "bulk.preview", {
    id: ids.bulkId,
    list: "suppliers",
    filters: {},
    chosen: { isAll: false, ids: [supplierId] },
    change: { field: "isArchived", value: true },
  });
  const me = await read<{ userId: string }>(master, "auth.me");
  const sessions = await read<{ rows: { id: string }[] }>(master, "auth.sessions", { limit: 1 });
  const lines = await read<{ rows: { id: string }[] }>(master, "auditLogs.list", {
    entity: "location",
    entityId: locationId,
  });
  return {
    ...ids,
    unitId,
    postingId,
    entryId: entries[0]?.entryId ?? "",
    userId: me.userId,
    sessionId: idOf(sessions),
    auditLineId: idOf(lines),
    alertId: idOf(alerts),
    notificationId: idOf(notifications),
  };
}

/** The fan is made of blades, of which there are some. */
async function addFormula(
  master: Caller,
  mark: string,
  ids: Pick<Population, "variantId" | "otherVariantId" | "formulaId" | "versionId" | "locationId">,
  product: object,
): Promise<void> {
  const { variantId, otherVariantId, formulaId, versionId, locationId } = ids;
  const blade = { code: `${mark}-2`, name: `${mark} blade`, id: v7(), variantId: otherVariantId };
  await write(master, "products.create", { ...product, ...blade });
  const components = [{ variantId: otherVariantId, quantity: "3" }];
  const version = { versionId, name: mark, note: "", outputQuantity: "1", components };
  await write(master, "productFormulas.create", { id: formulaId, variantId, ...version });
  const line = { variantId: otherVariantId, locationId, quantity: "30", unitCost: "2" };
  await write(master, "inventory.post", { clientId: v7(), type: "manual_in", note: mark, lines: [line] });
}

const idOf = ({ rows }: { rows: { id: string }[] }): string => rows[0]?.id ?? "";

async function unitCalled(master: Caller, code: string): Promise<string> {
  const { rows } = await read<{ rows: { id: string; code: string }[] }>(master, "units.list");
  const unit = rows.find((row) => row.code === code);
  if (unit === undefined) throw new Error(`the factory has no unit ${code}`);
  return unit.id;
}

const write = async <T>(caller: Caller, path: string, input: unknown): Promise<T> =>
  dataOf<T>(await caller.post(path, input));
const read = async <T>(caller: Caller, path: string, input?: unknown): Promise<T> =>
  dataOf<T>(await caller.get(path, input));
