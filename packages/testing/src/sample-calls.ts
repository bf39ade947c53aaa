import { v7 } from "uuid";
import { alertCalls, viewCalls } from "./alert-calls.ts";
import { backupCalls } from "./backup-calls.ts";
import { bulkCalls } from "./bulk-calls.ts";
import { platformCalls } from "./platform-calls.ts";
import type { Population } from "./populate.ts";
import { webhookCalls } from "./webhook-calls.ts";

/**
 * What becomes of a call when the ids in it are another factory's: `missing`, they are not found; `empty`, a list without rows;
 * `own`, the call speaks of the caller's own factory whatever ids there are; `refused`, it fails for a reason of its own.
 */
export type Foreign = "missing" | "empty" | "own" | "refused";

/** A well-formed input of one procedure. */
export type SampleCall = Readonly<{ input?: unknown; foreign: Foreign }>;

const own = (input?: unknown): SampleCall => ({ input, foreign: "own" });
const missing = (input: unknown): SampleCall => ({ input, foreign: "missing" });
const empty = (input: unknown): SampleCall => ({ input, foreign: "empty" });
const refused = (input: unknown): SampleCall => ({ input, foreign: "refused" });

/** A sample of every procedure, about the records of one factory. Made anew for each use: the ids it makes are spent. */
export const sampleCalls = (at: Population): Readonly<Record<string, SampleCall>> => ({
  ...peopleCalls(at),
  ...placeCalls(at),
  ...productCalls(at),
  ...stockCalls(at),
  ...homeCalls(),
  ...formulaCalls(at),
  ...auditCalls(at),
  ...alertCalls(at),
  ...viewCalls(at),
  ...webhookCalls(at),
  ...backupCalls(at.backupId),
  ...bulkCalls(at),
  ...platformCalls(),
  ...supportCalls(),
});

const VERSIONED = { version: 1 };
const ARCHIVED = { version: 1, isArchived: true };

function supportCalls(): Record<string, SampleCall> {
  return {
    "factory.factories": refused({ limit: 5 }),
    "support.status": own(),
    "support.grant": own({ id: v7(), hours: 8, reason: "The stock of one place looks wrong" }),
    "support.end": refused({ id: v7() }),
    "support.leave": own(),
  };
}

function auditCalls({ auditLineId, locationId, productId, userId }: Population): Record<string, SampleCall> {
  const note = () => ({ id: v7(), lineId: auditLineId, text: "Why?" });
  return {
    "auditLogs.list": empty({ limit: 5, search: "a", locationId, productId, userId, actions: ["inventory.post"] }),
    "auditLogs.get": missing({ id: auditLineId }),
    "auditLogs.export": own({ entity: "location", entityId: locationId }),
    "auditLogs.flag": missing(note()),
    "auditLogs.unflag": missing(note()),
    "auditLogs.resolve": missing(note()),
    "auditLogs.comment": missing(note()),
    "auditLogs.history": missing({ entity: "location", entityId: locationId }),
    "auditLogs.restore": missing({ ...VERSIONED, entity: "location", id: locationId, lineId: auditLineId }),
  };
}

function peopleCalls({ userId, roleId, locationId, sessionId, apiKeyId }: Population): Record<string, SampleCall> {
  const person = { name: "Somebody", email: null, role: "employee" };
  const role = { description: "", permissions: ["inventory.read", "products.read"] };
  return {
    "auth.login": refused({ login: "nobody@nowhere", password: "no-such-password" }),
    "auth.secondStep": refused({ challenge: "none", code: "000000" }),
    "auth.readLink": refused({ token: "A".repeat(86) }),
    "auth.useLink": refused({ token: "A".repeat(86), password: "an-evening-outside" }),
    "auth.exportOwn": own(),
    "auth.secondFactor": own(),
    "auth.startSecondFactor": refused({ password: "not-my-password" }),
    "auth.confirmSecondFactor": refused({ code: "000000" }),
    "auth.stopSecondFactor": refused({ password: "not-my-password", code: "000000" }),
    "auth.renewRecoveryCodes": refused({ password: "not-my-password", code: "000000" }),
    "auth.logout": own(),
    "auth.me": own(),
    "auth.sessions": own({ limit: 5 }),
    "auth.endSession": missing({ id: sessionId }),
    "auth.endOtherSessions": own(),
    "auth.changePassword": refused({ current: "not-my-password", next: "an-evening-outside" }),
    "auth.setLanguage": own({ language: "hi" }),
    "auth.updateProfile": own({ ...VERSIONED, name: "Somebody", email: "" }),
    "factory.register": refused({
      factory_name: "Taken",
      db_name: "taken_name",
      admin_username: "asha",
      admin_password: "password1",
      admin_name: "Asha",
      admin_email: "",
    }),
    "factory.registration": missing({ ticket: "A".repeat(43) }),
    "factory.current": own(),
    "search.index": own(),
    "search.find": own({ search: "a", limit: 5 }),
    "settings.get": own(),
    "settings.update": own({
      ...VERSIONED,
      timeZone: "Asia/Kolkata",
      currency: "INR",
      numberFormat: "lakh",
      dateFormat: "words",
      minimumRule: "atOrBelow",
    }),
    "settings.closePeriod": own({ version: 1, closedThrough: null, reason: "" }),
    "factory.syncConnections": own(),
    "apiKeys.list": own({ limit: 5 }),
    "apiKeys.create": own({ id: v7(), name: "Till", scopes: ["products.read"], expiresAt: null }),
    "apiKeys.revoke": missing({ id: apiKeyId }),
    "users.list": own({ limit: 5, search: "a" }),
    "users.create": missing({
      ...person,
      locationIds: [locationId],
      id: v7(),
      username: `u${v7().slice(-12)}`,
      password: "an-evening-outside",
    }),
    "users.signIn": missing({ id: userId }),
    "users.reset": missing({ id: userId }),
    "users.removeSecondFactor": missing({ id: userId }),
    "users.unlock": missing({ id: userId }),
    "users.update": missing({ ...person, ...VERSIONED, id: userId, isActive: true }),
    "roles.list": own({ isArchived: false }),
    "roles.get": missing({ id: roleId }),
    "roles.create": own({ ...role, id: v7(), name: `Role ${v7()}` }),
    "roles.update": missing({ ...role, ...VERSIONED, id: roleId, name: `Role ${v7()}` }),
    "roles.archive": missing({ ...ARCHIVED, id: roleId }),
  };
}

function placeCalls({ locationId, subcategoryId, supplierId }: Population): Record<string, SampleCall> {
  const place = { name: `Place ${v7()}`, type: "STORE" };
  const group = { category: "raw", name: `Group ${v7()}` };
  const supplier = { name: `Supplier ${v7()}`, contact: "", phone: "1", email: "", address: "", taxNumber: "" };
  return {
    "live.changes": refused({ lastEventId: "0123456789ab-1" }),
    "locations.list": own({ limit: 5, search: "a", type: "STORE" }),
    "locations.get": missing({ id: locationId }),
    "locations.create": missing({ ...place, id: v7(), siteId: locationId }),
    "locations.update": missing({ ...place, ...VERSIONED, id: locationId }),
    "locations.archive": missing({ ...ARCHIVED, id: locationId }),
    "subcategories.list": own({ limit: 5, search: "a", category: "raw" }),
    "subcategories.get": missing({ id: subcategoryId }),
    "subcategories.create": own({ ...group, id: v7() }),
    "subcategories.update": missing({ ...group, ...VERSIONED, id: subcategoryId }),
    "subcategories.archive": missing({ ...ARCHIVED, id: subcategoryId }),
    "suppliers.list": own({ limit: 5, search: "a" }),
    "suppliers.get": missing({ id: supplierId }),
    "suppliers.create": own({ ...supplier, id: v7() }),
    "suppliers.update": missing({ ...supplier, ...VERSIONED, id: supplierId }),
    "suppliers.archive": missing({ ...ARCHIVED, id: supplierId }),
    "units.list": own(),
    "units.create": own({ id: v7(), code: v7().slice(-10), name: "Crate", dimension: "count", decimals: 0 }),
  };
}

function productCalls(at: Population): Record<string, SampleCall> {
  const { productId, variantId, locationId, subcategoryId, supplierId, unitId, importId } = at;
  const product = {
    code: `C${v7().slice(-12)}`,
    name: "Fan",
    category: "finished",
    sourceType: "trading",
    baseUnitId: unitId,
    subcategoryId,
    supplierId,
    defaultLocationId: locationId,
    price: "12.50",
    units: [],
  };
  const variant = { sku: `S${v7().slice(-12)}`, name: "Red", attributes: { colour: "red" }, minimumStock: "2" };
  const plan = { id: importId, columns: ["code", "name"], corrections: [], skippedRows: [] };
  return {
    "products.list": empty({ limit: 5, search: "a", locationId, sort: "name", direction: "desc" }),
    "products.get": missing({ id: productId }),
    "products.find": empty({ search: "", variantId, limit: 5 }),
    "products.findByCode": empty({ code: "4006381333931" }),
    "products.labels": empty({ variantIds: [variantId] }),
    "products.create": missing({ ...product, id: v7(), variantId: v7(), barcodes: ["1"], minimumStock: "1" }),
    "products.update": missing({ ...product, ...VERSIONED, id: productId }),
    "products.patch": missing({ ...VERSIONED, id: productId, name: "Fan", price: null }),
    "products.archive": missing({ ...ARCHIVED, id: productId }),
    "products.addVariant": missing({ ...variant, id: v7(), productId }),
    "products.updateVariant": missing({ ...variant, ...VERSIONED, id: variantId }),
    "products.patchVariant": missing({ ...VERSIONED, id: variantId, minimumStock: "2" }),
    "products.archiveVariant": missing({ ...ARCHIVED, id: variantId }),
    "products.export": own({ format: "csv" }),
    "imports.upload": own({ id: v7(), fileName: "a.csv", content: { kind: "text", text: "code,name\nX,Y\n" } }),
    "imports.preview": missing(plan),
    "imports.commit": missing(plan),
    "imports.status": missing({ id: importId }),
    "imports.list": own({ limit: 5 }),
    "imports.undo": missing({ id: importId, clientId: v7() }),
  };
}

function stockCalls(at: Population): Record<string, SampleCall> {
  const { variantId, productId, locationId, otherLocationId, postingId, entryId, subcategoryId, userId } = at;
  const line = { variantId, quantity: "1.5" };
  const page = { limit: 5, search: "a", locationId, productId };
  return {
    "inventory.post": missing({
      clientId: v7(),
      type: "manual_in",
      reference: "PO 1",
      note: "",
      lines: [{ ...line, locationId, unitCost: "3" }],
    }),
    "inventory.transfer": missing({
      clientId: v7(),
      fromLocationId: locationId,
      toLocationId: otherLocationId,
      lines: [line],
    }),
    "inventory.reverse": missing({ clientId: v7(), postingId, reason: "wrong" }),
    "inventory.correct": missing({
      clientId: v7(),
      entryId,
      reason: "wrong",
      lines: [{ ...line, locationId }],
    }),
    "inventory.entries": empty({
      ...page,
      variantId,
      postingId,
      userId,
      subcategoryId,
      types: ["manual_in"],
      days: 30,
    }),
    "inventory.levels": empty({ ...page, variantId, sort: "onHand" }),
    "inventory.balance": empty({ ...page, subcategoryId }),
    "inventory.levelsAt": empty({ ...page, asOf: "2099-01-01T00:00:00Z" }),
    "inventory.valueAt": own({ asOf: "2099-01-01T00:00:00Z", locationId }),
    "inventory.movements": empty({ ...page, from: "2020-01-01T00:00:00Z", to: "2099-01-01T00:00:00Z" }),
    "inventory.verify": own({ variantId }),
  };
}

function homeCalls(): Record<string, SampleCall> {
  return {
    "plan.get": own(),
    "plan.measure": own(),
    "plan.setModule": own({ module: "production", isOn: true }),
    "dashboard.get": own(),
    "dashboard.ownDay": own(),
    "dashboard.firstSteps": own(),
    "sample.current": own(),
    // The factory has products of its own already.
    "sample.load": own({ id: v7() }),
    // None is there to be removed.
    "sample.remove": refused({ id: v7() }),
  };
}

function formulaCalls({ variantId, otherVariantId, formulaId, versionId, locationId }: Population) {
  const document = {
    name: "",
    note: "",
    outputQuantity: "2",
    components: [{ variantId: otherVariantId, quantity: "3", scrapPercent: "2.5" }],
  };
  const ofVersion = { ...VERSIONED, id: formulaId, versionId };
  return {
    "productFormulas.list": empty({ limit: 5, search: "a", variantId, isActive: true }),
    "productFormulas.get": missing({ id: formulaId }),
    "productFormulas.create": missing({ ...document, id: v7(), variantId, versionId: v7() }),
    "productFormulas.update": missing({ ...document, ...VERSIONED, id: formulaId, versionId: v7() }),
    "productFormulas.activate": missing(ofVersion),
    "productFormulas.retire": missing(ofVersion),
    "productFormulas.archive": missing({ ...ARCHIVED, id: formulaId }),
    "productFormulas.whereUsed": empty({ limit: 5, variantId: otherVariantId }),
    "productFormulas.tree": missing({ variantId, quantity: "4" }),
    "productFormulas.canMake": missing({ variantId, quantity: "4", locationId }),
    "productFormulas.makeRule": own(),
    "productFormulas.updateMakeRule": own({ makeFrom: "anywhere" }),
    "inventory.make": missing({ clientId: v7(), variantId, quantity: "1", locationId, versionId }),
  };
}
