import { hashPassword } from "@storehouse/auth";
import { backups } from "@storehouse/db/central";
import { addCalls } from "@storehouse/services";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  operatorCaller,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID as newId } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const service = await createTestService(await hashPassword("a-walk-by-the-river"));
const { central } = service.tenancy;
let server: RunningServer;
let a: TestFactory;
let b: TestFactory;
let owner: Caller;

beforeAll(async () => {
  [a, b] = [await service.factory("alpha"), await service.factory("beta")];
  server = await serveApi(makeHandler(apiOptions(service)));
  owner = await operatorCaller(service, server, { role: "OWNER" });
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

type List = Readonly<{ rows: readonly Readonly<{ id: string }>[]; next?: string }>;
const dataOf = ({ text }: Answer) => (JSON.parse(text) as { result: { data: List } }).result.data;
const failureOf = ({ body }: Answer) =>
  (body as { error?: { data: { failure: { code: string } | null } } }).error?.data.failure?.code;

test("factories stand in the order of their figures, as the rows show them", async () => {
  const slotAt = new Date(Date.now() - 60_000);
  const lastAt = new Date();
  await addCalls(central, [
    { factoryId: a.record.id, slotAt, calls: 40, failed: 1, steps: [30, 10], lastAt },
    { factoryId: b.record.id, slotAt, calls: 10, failed: 2, steps: [9, 0, 0, 0, 1], lastAt },
  ]);
  await central.insert(backups).values({
    id: newId(),
    subject: a.record.id,
    state: "VERIFIED",
    requestedAt: slotAt,
    startedAt: slotAt,
  });
  const first = async (by: string, direction: string) =>
    dataOf(await owner.get("platform.factories", { limit: 1, sort: { by, direction } })).rows.map(({ id }) => id)[0];
  for (const by of ["errors", "p95"]) {
    expect(await first(by, "desc"), by).toBe(b.record.id);
    expect(await first(by, "asc"), by).toBe(a.record.id);
  }
  expect(await first("backup", "asc")).toBe(b.record.id);
  expect(await first("backup", "desc")).toBe(a.record.id);
});

test("the directory tells names and states, and only while it is open", async () => {
  const anybody = server.caller();
  expect(failureOf(await anybody.get("factory.factories", { limit: 1 }))).toBe("DIRECTORY_CLOSED");
  await owner.post("platform.setDirectory", { isOpen: true });
  const first = dataOf(await anybody.get("factory.factories", { limit: 1 }));
  expect(first.rows).toEqual([{ factoryName: a.record.factoryName, state: "READY" }]);
  const rest = await anybody.get("factory.factories", { limit: 5, after: first.next });
  expect(dataOf(rest)).toEqual({ rows: [{ factoryName: b.record.factoryName, state: "READY" }] });
  await owner.post("platform.setDirectory", { isOpen: false });
  expect((await anybody.send("/api/factory/factories", {})).status).toBe(403);
});
