import { and, desc, eq } from "@storehouse/db";
import { auditLog, savedViews, suppliers } from "@storehouse/db/tenant";
import { type TakeBackInput, type Takeable, TakeBackInput as Input } from "@storehouse/domain";
import { copyFactory, createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { setThreshold } from "../alert/set-threshold.ts";
import { archiveFormula } from "../formula/archive-formula.ts";
import { createFormula } from "../formula/create-formula.ts";
import { updateFormula } from "../formula/update-formula.ts";
import { archiveProduct } from "../product/archive-product.ts";
import { getProduct } from "../product/get-product.ts";
import { productRecord } from "../product/product-record.ts";
import { updateProduct } from "../product/update-product.ts";
import { getRecord } from "../record/get-record.ts";
import { readSettings } from "../settings/read-settings.ts";
import { updateSettings } from "../settings/update-settings.ts";
import { archiveSupplier } from "../supplier/archive-supplier.ts";
import { createSupplier } from "../supplier/create-supplier.ts";
import { getSupplier } from "../supplier/get-supplier.ts";
import { updateSupplier } from "../supplier/update-supplier.ts";
import { updateUser } from "../user/update-user.ts";
import { archiveView } from "../view/archive-view.ts";
import { compareCopy } from "./compare-copy.ts";
import { copiesOf } from "./copies.fixture.ts";
import { FIND } from "./find-states.ts";
import { takeBack } from "./take-back.ts";
import { undoTakeBack } from "./undo-take-back.ts";

const firm = { contact: null, phone: null, email: null, address: null, taxNumber: null };
const accounts = { forgetPerson: () => undefined, peopleChanged: () => Promise.resolve() };

/** A wish to take these back, as a screen that looked at them just now makes it. */
async function wishFor(now: TestTenant, ...records: (readonly [Takeable, string])[]): Promise<TakeBackInput> {
  const named = [];
  for (const [table, id] of records)
    named.push({ table, id, version: (await FIND[table](now.db, id))?.version ?? null });
  return Input.parse({ id: v7(), copyId: v7(), records: named });
}

async function differing(now: TestTenant, then: TestTenant): Promise<string[]> {
  const counts = await compareCopy(now.ctx(), copiesOf(then), { id: v7() });
  return counts.filter((one) => one.added + one.changed + one.removed > 0).map(({ table }) => table);
}

const take = (now: TestTenant, then: TestTenant, input: TakeBackInput) =>
  takeBack(now.ctx(), accounts, copiesOf(then), input);

async function twoFirms(now: TestTenant): Promise<readonly [string, string]> {
  const [a, b] = [v7(), v7()];
  await createSupplier(now.ctx(), { id: a, name: "A", ...firm });
  await createSupplier(now.ctx(), { id: b, name: "B", ...firm });
  return [a, b];
}

test("what was changed and archived is put back in one go, the log says why, and one undo puts all of it forward again", async () => {
  await using now = await createTestTenant();
  const [a, b] = await twoFirms(now);
  const bolt = await now.product({ code: "B-1", name: "Bolt" });
  await using then = await copyFactory(now);
  await updateSupplier(now.ctx(), { id: a, version: 1, name: "A2", ...firm, phone: "1" });
  await archiveSupplier(now.ctx(), { id: b, version: 1, isArchived: true });
  await archiveProduct(now.ctx(), { id: bolt.id, version: 1, isArchived: true });

  const input = await wishFor(now, ["supplier", a], ["supplier", b], ["product", bolt.id]);
  const done = await take(now, then, input);
  expect(done.rows.map(({ label, state }) => [label, state])).toEqual([
    ["A", "TAKEN"],
    ["B", "TAKEN"],
    ["B-1 Bolt", "TAKEN"],
  ]);
  expect(await differing(now, then)).toEqual([]);
  const lines = await now.db.select().from(auditLog).where(eq(auditLog.action, "backups.takeBack"));
  expect(lines).toHaveLength(4);
  expect(lines.map(({ reason }) => reason)).toEqual(
    Array.from({ length: 4 }, () => "Taken back from the copy of 2026-11-26 08:00 UTC"),
  );
  const [line] = lines.filter(({ entityId }) => entityId === a);
  expect(line).toMatchObject({
    before: { name: "A2", phone: "1" },
    after: { name: "A", phone: null, takeBackId: input.id },
  });

  const undone = await undoTakeBack(now.ctx(), accounts, { id: input.id });
  expect(undone).toMatchObject({
    isUndone: true,
    rows: [{ state: "UNDONE" }, { state: "UNDONE" }, { state: "UNDONE" }],
  });
  expect(await getSupplier(now.ctx(), { id: a })).toMatchObject({ name: "A2", phone: "1" });
  expect(await getSupplier(now.ctx(), { id: b })).toMatchObject({ isArchived: true });
  expect(await getProduct(now.ctx(), { id: bolt.id })).toMatchObject({ isArchived: true });
  expect(await undoTakeBack(now.ctx(), accounts, { id: input.id })).toEqual(undone);
});

test("sent twice, and eight times at once, it is done once; another wish under the same id is refused", async () => {
  await using now = await createTestTenant();
  const [a, b] = await twoFirms(now);
  await using then = await copyFactory(now);
  await updateSupplier(now.ctx(), { id: a, version: 1, name: "A2", ...firm });
  const input = await wishFor(now, ["supplier", a]);
  const outcomes = await times(8, () => take(now, then, input));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  const first = await take(now, then, input);
  // It still speaks of what it did, whatever became of the record since.
  await updateSupplier(now.ctx(), { id: a, version: 3, name: "A3", ...firm });
  expect(await take(now, then, input)).toEqual(first);
  const lines = and(eq(auditLog.action, "backups.takeBack"), eq(auditLog.entityId, a));
  expect(await now.db.select().from(auditLog).where(lines)).toHaveLength(1);
  const other = { ...input, records: [{ table: "supplier" as const, id: b, version: 1 }] };
  await expect(take(now, then, other)).rejects.toSatisfy(isRefused("KEY_REUSED"));
  // Changed since: the undo leaves it alone and says so.
  expect(await undoTakeBack(now.ctx(), accounts, { id: input.id })).toMatchObject({ rows: [{ state: "KEPT" }] });
  expect(await getSupplier(now.ctx(), { id: a })).toMatchObject({ name: "A3" });
});

test("it is refused without the permission, for what changed since one looked, and where one of many can't be: then none is", async () => {
  await using now = await createTestTenant();
  const [a, b] = await twoFirms(now);
  await using then = await copyFactory(now);
  await updateSupplier(now.ctx(), { id: a, version: 1, name: "A2", ...firm });
  await updateSupplier(now.ctx(), { id: b, version: 1, name: "B2", ...firm });
  const input = await wishFor(now, ["supplier", a], ["supplier", b]);
  for (const ctx of [now.ctx("manager"), now.ctx("employee")]) {
    await expect(takeBack(ctx, accounts, copiesOf(then), input)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  }
  // Somebody else is called B by now.
  await createSupplier(now.ctx(), { id: v7(), name: "B", ...firm });
  await expect(take(now, then, input)).rejects.toSatisfy(isRefused("TAKEN"));
  expect(await getSupplier(now.ctx(), { id: a })).toMatchObject({ name: "A2", version: 2 });
  await updateSupplier(now.ctx(), { id: a, version: 2, name: "A3", ...firm });
  const late = { ...input, records: input.records.slice(0, 1) };
  await expect(take(now, then, late)).rejects.toSatisfy(isRefused("STALE"));
  const lines = await now.db.select().from(auditLog).where(eq(auditLog.action, "backups.takeBack"));
  expect(lines).toEqual([]);
});

test("what points at something out of use says what to take first, or is taken along with it", async () => {
  await using now = await createTestTenant();
  const [a] = await twoFirms(now);
  const bolt = await now.product({ code: "B-1", name: "Bolt" });
  await patchSupplier(now, bolt.id, a);
  await using then = await copyFactory(now);
  await patchSupplier(now, bolt.id, null);
  await archiveSupplier(now.ctx(), { id: a, version: 1, isArchived: true });
  const alone = await wishFor(now, ["product", bolt.id]);
  await expect(take(now, then, alone)).rejects.toMatchObject({
    failure: { code: "TAKE_FIRST", name: "B-1 Bolt", needs: [{ entity: "supplier", id: a, name: "A" }] },
  });
  await take(now, then, await wishFor(now, ["product", bolt.id], ["supplier", a]));
  expect(await getProduct(now.ctx(), { id: bolt.id })).toMatchObject({ supplierId: a });
});

async function patchSupplier(now: TestTenant, id: string, supplierId: string | null): Promise<void> {
  const { version, content } = await getRecord(now.db, productRecord, id);
  await updateProduct(now.ctx(), { ...content, id, version, supplierId });
}

test("what is gone altogether is made anew under its own id, with what belongs to it; undone, it goes out of use", async () => {
  // As after a switch to an older state: the copy holds what the factory never heard of.
  await using now = await createTestTenant();
  await using then = await copyFactory(now);
  const [a] = await twoFirms(then);
  const bolt = await then.product({ code: "B-1", name: "Bolt" });
  const wish = await wishFor(
    now,
    ["variant", bolt.variantId],
    ["product", bolt.id],
    ["supplier", a],
    ["location", bolt.locationId],
  );
  const done = await take(now, then, wish);
  expect(new Set(done.rows.map(({ state }) => state))).toEqual(new Set(["TAKEN"]));
  expect(await getProduct(now.ctx(), { id: bolt.id })).toMatchObject({ code: "B-1", isArchived: false });
  expect(await FIND.variant(now.db, bolt.variantId)).toMatchObject({ content: { sku: "B-1" } });
  await undoTakeBack(now.ctx(), accounts, { id: wish.id });
  expect(await getSupplier(now.ctx(), { id: a })).toMatchObject({ isArchived: true });
  expect(await getProduct(now.ctx(), { id: bolt.id })).toMatchObject({ isArchived: true });
});

test("formulas, people, settings, views and limits come back as well", async () => {
  await using now = await createTestTenant();
  const ctx = now.ctx();
  const fan = await now.product({ code: "FAN", name: "Fan" });
  const bolt = await now.product({ code: "B-1", name: "Bolt" });
  const nut = await now.product({ code: "N-1", name: "Nut" });
  const [formulaId, versionId] = [v7(), v7()];
  const said = { name: null, note: null, outputQuantity: "1", isActive: true };
  const of = (variantId: string) => [{ variantId, quantity: "2", scrapPercent: "0" }];
  await createFormula(ctx, {
    id: formulaId,
    variantId: fan.variantId,
    versionId,
    ...said,
    components: of(bolt.variantId),
  });
  const shed = await now.location("Shed");
  await setThreshold(ctx, { variantId: bolt.variantId, locationId: shed, minimum: "5" });
  const viewId = v7();
  const stamps = { createdAt: new Date(), updatedAt: new Date() };
  await now.db.insert(savedViews).values({
    id: viewId,
    ownerId: now.userIds.master,
    name: "Mine",
    takenName: "Mine",
    list: "products",
    isShared: 0,
    query: {},
    ...stamps,
  });
  await using then = await copyFactory(now);

  await updateFormula(ctx, { id: formulaId, version: 1, versionId: v7(), ...said, components: of(nut.variantId) });
  await archiveFormula(ctx, { id: formulaId, version: 2, isArchived: true });
  await setThreshold(ctx, { variantId: bolt.variantId, locationId: shed, minimum: "9" });
  await setThreshold(ctx, { variantId: bolt.variantId, locationId: null, minimum: null, maximum: "40" });
  await archiveView(ctx, { id: viewId, version: 1, isArchived: true });
  const { factoryId, version, closedThrough: _, ...settings } = await readSettings(now.db);
  await updateSettings(ctx, { ...settings, version, timeZone: "Asia/Kolkata" });
  const userId = now.userIds.employee;
  await updateUser(ctx, accounts, {
    id: userId,
    version: 1,
    name: "Somebody",
    email: null,
    role: "manager",
    isActive: false,
  });

  const heard: string[] = [];
  const hearing = { forgetPerson: (id: string) => void heard.push(id), peopleChanged: () => Promise.resolve() };
  const wish = await wishFor(
    now,
    ["formula", formulaId],
    ["minimum", bolt.variantId],
    ["view", viewId],
    ["settings", factoryId],
    ["user", userId],
  );
  await takeBack(ctx, hearing, copiesOf(then), wish);
  expect(heard).toEqual([userId]);
  expect((await FIND.formula(now.db, formulaId))?.content).toMatchObject({ versionId, state: "ACTIVE" });
  expect((await FIND.minimum(now.db, bolt.variantId))?.content).toMatchObject({
    maximum: null,
    atPlaces: [{ minimum: "5" }],
  });
  expect((await readSettings(now.db)).timeZone).toBe("UTC");
  // The formula has a version more than it had: that one is history.
  expect(await differing(now, then)).toEqual(["formula"]);
  expect(await undoTakeBack(ctx, accounts, { id: wish.id })).toMatchObject({ isUndone: true });
  expect((await readSettings(now.db)).timeZone).toBe("Asia/Kolkata");
  expect(await FIND.formula(now.db, formulaId)).toMatchObject({ isArchived: true, content: { number: 2 } });
});

test("what can't be written down is not done", async () => {
  await using now = await createTestTenant();
  const [a] = await twoFirms(now);
  await using then = await copyFactory(now);
  await updateSupplier(now.ctx(), { id: a, version: 1, name: "A2", ...firm });
  const { actor, ...rest } = now.ctx();
  const unwritable = { ...rest, actor: { ...actor, device: "x".repeat(500) } };
  const input = await wishFor(now, ["supplier", a]);
  await expect(takeBack(unwritable, accounts, copiesOf(then), input)).rejects.toThrow(/device/);
  const [stored] = await now.db
    .select({ name: suppliers.name })
    .from(suppliers)
    .where(eq(suppliers.id, a))
    .orderBy(desc(suppliers.id));
  expect(stored?.name).toBe("A2");
});
