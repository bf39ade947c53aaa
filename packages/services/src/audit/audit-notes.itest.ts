import { asc, eq } from "@storehouse/db";
import { auditLog, auditNotes } from "@storehouse/db/tenant";
import { ListAuditInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { listNotifications } from "../notification/index.ts";
import { postEntries } from "../inventory/post-entries.ts";
import { commentLine, flagLine, resolveLine, unflagLine } from "./add-note.ts";
import { getAuditLine } from "./get-audit-line.ts";
import { listAudit } from "./list-audit.ts";

/** Somebody books, and the line that tells of it. */
async function bookedBy(tenant: TestTenant, role: "master" | "employee"): Promise<string> {
  const product = await tenant.product();
  const line = { variantId: product.variantId, locationId: product.locationId, quantity: "3" };
  const posting = { clientId: v7(), type: "manual_in" as const, reference: "PO-7", note: null, lines: [line] };
  const { postingId } = await postEntries(tenant.ctx(role), posting);
  const [row] = await tenant.db.select({ id: auditLog.id }).from(auditLog).where(eq(auditLog.entityId, postingId));
  return row?.id ?? "";
}

const flagged = async (tenant: TestTenant, flag: "any" | "open" | "resolved"): Promise<string[]> =>
  (await listAudit(tenant.ctx(), ListAuditInput.parse({ flag }))).rows.map(({ id }) => id);

test("a question is asked, answered by whom it is about, and closed; what was said stays", async () => {
  await using tenant = await createTestTenant();
  const lineId = await bookedBy(tenant, "employee");
  const [master, employee] = [tenant.ctx(), tenant.ctx("employee")];
  expect(await flagLine(master, { id: v7(), lineId, text: "Three, or thirty?" })).toMatchObject({ flag: "open" });
  expect(await flagged(tenant, "open")).toEqual([lineId]);
  expect((await listAudit(employee, ListAuditInput.parse({ flag: "open" }))).rows).toHaveLength(1);
  expect(await commentLine(employee, { id: v7(), lineId, text: "Thirty. Sorry." })).toMatchObject({ flag: "open" });
  expect(await resolveLine(master, { id: v7(), lineId, text: null })).toMatchObject({ flag: "resolved" });
  expect(await flagged(tenant, "open")).toEqual([]);
  expect(await flagged(tenant, "resolved")).toEqual([lineId]);
  const { notes, flag, noteCount } = await getAuditLine(employee, { id: lineId });
  expect(notes.map(({ kind, text, userName }) => [kind, text, userName])).toEqual([
    ["flag", "Three, or thirty?", "The master"],
    ["comment", "Thirty. Sorry.", "The employee"],
    ["resolve", null, "The master"],
  ]);
  expect({ flag, noteCount }).toEqual({ flag: "resolved", noteCount: 3 });

  const heardBy = async (ctx: typeof master) =>
    (await listNotifications(ctx, { limit: 10 })).rows.map(({ kind, note }) => [kind, note?.userName, note?.lineId]);
  expect(await heardBy(employee)).toEqual([
    ["ANSWER", "The master", lineId],
    ["QUESTION", "The master", lineId],
  ]);
  expect(await heardBy(master)).toEqual([["ANSWER", "The employee", lineId]]);

  await flagLine(master, { id: v7(), lineId, text: "Once more" });
  expect(await unflagLine(master, { id: v7(), lineId, text: "My mistake" })).toMatchObject({ flag: "none" });
  expect(await flagged(tenant, "any")).toEqual([]);
});

test("employees see and answer their own lines alone, and may not question; a viewer sees none", async () => {
  await using tenant = await createTestTenant();
  const [theirs, own] = [await bookedBy(tenant, "master"), await bookedBy(tenant, "employee")];
  const employee = tenant.ctx("employee");
  const { rows } = await listAudit(employee, ListAuditInput.parse({}));
  expect(rows.map(({ id }) => id)).toEqual([own]);
  const asked = ListAuditInput.parse({ userId: tenant.userIds.master });
  expect((await listAudit(employee, asked)).rows).toEqual([]);
  const note = () => ({ id: v7(), lineId: theirs, text: "Mine?" });
  await expect(getAuditLine(employee, { id: theirs })).rejects.toSatisfy(isRefused("NOT_FOUND"));
  await expect(commentLine(employee, note())).rejects.toSatisfy(isRefused("NOT_FOUND"));
  for (const verb of [flagLine, unflagLine, resolveLine]) {
    await expect(async () => verb(employee, { ...note(), lineId: own })).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  }
  await expect(listAudit(tenant.ctx("viewer"), ListAuditInput.parse({}))).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  expect(await tenant.db.select().from(auditNotes)).toEqual([]);
});

test("who is limited to places sees of others' bookings only those that touch them", async () => {
  await using tenant = await createTestTenant();
  const [here, there] = [await tenant.location("Here"), await tenant.location("There")];
  const product = await tenant.product({ locationId: here });
  const book = async (role: "master" | "manager", locationId: string) => {
    const line = { variantId: product.variantId, locationId, quantity: "3" };
    const posting = { clientId: v7(), type: "manual_in" as const, reference: null, note: null, lines: [line] };
    return (await postEntries(tenant.ctx(role), posting)).postingId;
  };
  const [near, far, own] = [await book("master", here), await book("master", there), await book("manager", there)];
  const limited = tenant.ctx("manager", [here]);
  const { rows } = await listAudit(limited, ListAuditInput.parse({}));
  expect(rows.map(({ entityId, moveCount }) => [entityId, moveCount])).toEqual([
    [own, 0],
    [near, 1],
  ]);
  const [hidden] = await tenant.db.select({ id: auditLog.id }).from(auditLog).where(eq(auditLog.entityId, far));
  await expect(getAuditLine(limited, { id: hidden?.id ?? "" })).rejects.toSatisfy(isRefused("NOT_FOUND"));
});

test("a note sent twice is one; its id with other words, or a step out of order, is refused", async () => {
  await using tenant = await createTestTenant();
  const lineId = await bookedBy(tenant, "employee");
  const ctx = tenant.ctx();
  const note = { id: v7(), lineId, text: "Why?" };
  await expect(resolveLine(ctx, { ...note, id: v7() })).rejects.toSatisfy(isRefused("WRONG_STATE"));
  expect(await flagLine(ctx, note)).toEqual(await flagLine(ctx, note));
  await expect(flagLine(ctx, { ...note, text: "What?" })).rejects.toSatisfy(isRefused("KEY_REUSED"));
  await expect(flagLine(ctx, { ...note, id: v7() })).rejects.toSatisfy(isRefused("WRONG_STATE"));
  await expect(flagLine(ctx, { ...note, id: v7(), lineId: v7() })).rejects.toSatisfy(isRefused("NOT_FOUND"));
  expect(await tenant.db.select().from(auditNotes)).toHaveLength(1);
});

test("of eight who ask at once one asks; of twelve who comment at once all are heard, in one order", async () => {
  await using tenant = await createTestTenant();
  const lineId = await bookedBy(tenant, "employee");
  const asked = await times(8, async (n) => flagLine(tenant.ctx(), { id: v7(), lineId, text: `Why ${n}?` }));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(asked.filter(isRefused("WRONG_STATE"))).toHaveLength(7);
  const same = { id: v7(), lineId, text: "Because." };
  const said = await times(12, async (n) =>
    commentLine(tenant.ctx(), n < 4 ? same : { ...same, id: v7(), text: `${n}` }),
  );
  expect(said.filter(({ status }) => status === "rejected")).toEqual([]);
  const notes = await tenant.db.select().from(auditNotes).orderBy(asc(auditNotes.number));
  expect(notes.map(({ number, state }) => [number, state])).toEqual(
    Array.from({ length: 10 }, (_, index) => [index + 1, "open"]),
  );
});

test("a note that can't be kept whole is not kept", async () => {
  await using tenant = await createTestTenant();
  const lineId = await bookedBy(tenant, "employee");
  const { actor, ...rest } = tenant.ctx();
  const unwritable = { ...rest, actor: { ...actor, device: "x".repeat(500) } };
  await expect(flagLine(unwritable, { id: v7(), lineId, text: "Why?" })).rejects.toThrow(/device/);
  expect((await getAuditLine(tenant.ctx(), { id: lineId })).flag).toBe("none");
});
