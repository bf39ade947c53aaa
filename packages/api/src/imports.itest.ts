import { hashPassword } from "@storehouse/auth";
import { count, eq } from "@storehouse/db";
import { imports, inventoryEntries, products } from "@storehouse/db/tenant";
import type { ExportedFile, ImportPreview, ImportStatus, UploadedSheet } from "@storehouse/domain";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  dataOf,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import type { Tenancy } from "@storehouse/tenancy";
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const authSecrets = [randomBytes(48).toString("base64")];
const service = await createTestService(await hashPassword(PASSWORD));
let factory: TestFactory;

beforeAll(async () => {
  factory = await service.factory("works");
});
afterAll(() => service.drop());

async function open(tenancy: Tenancy): Promise<{ server: RunningServer; master: Caller }> {
  const server = await serveApi(
    makeHandler({
      ...apiOptions(service),
      tenancy,
      authSecrets,
    }),
  );
  return { server, master: await signIn(server, factory.login("master"), PASSWORD) };
}

const codeOf = ({ body }: Answer): string => {
  const { data } = (body as { error: { data: { code: string; failure: { code: string } | null } } }).error;
  return data.failure?.code ?? data.code;
};

const sheet = (mark: string, size: number): string =>
  `Code,Name,Quantity,Location\n${Array.from({ length: size }, (_, at) => `${mark}-${at},Part ${at},${1 + at},Main`).join("\n")}`;

async function upload(master: Caller, text: string) {
  const id = randomUUID();
  const { columns } = dataOf<UploadedSheet>(
    await master.post("imports.upload", { id, fileName: "a.csv", content: { kind: "text", text } }),
  );
  return { id, columns, makeMissing: true };
}

async function ended(master: Caller, id: string): Promise<ImportStatus> {
  for (;;) {
    const status = dataOf<ImportStatus>(await master.get("imports.status", { id }));
    if (status.state !== "RUNNING") return status;
    await sleep(50);
  }
}

async function sizes(): Promise<number[]> {
  const rows = await Promise.all(
    [products, inventoryEntries].map((table) => factory.db.select({ size: count() }).from(table)),
  );
  return rows.map(([row]) => row?.size ?? 0);
}

test("an import goes on when its request is over and its factory's pool is let go, and comes out again as a file", async () => {
  const tenancy = await service.openTenancy();
  const { server, master } = await open(tenancy);
  const plan = await upload(master, sheet("A", 2_000));
  expect(dataOf<ImportPreview>(await master.post("imports.preview", plan))).toMatchObject({
    problemCount: 0,
    creates: 2_000,
  });
  dataOf(await master.post("imports.commit", plan));
  tenancy.closeFactory(factory.record.id);
  expect(await ended(master, plan.id)).toMatchObject({ state: "DONE", result: { created: 2_000, entries: 2_000 } });

  const file = dataOf<ExportedFile>(await master.get("products.export", { format: "xlsx" }));
  const again = { id: randomUUID(), fileName: file.fileName, content: { kind: "file", base64: file.base64 } };
  const { columns } = dataOf<UploadedSheet>(await master.post("imports.upload", again));
  const same = await master.post("imports.preview", { id: again.id, columns });
  expect(dataOf<ImportPreview>(same)).toMatchObject({
    problemCount: 0,
    creates: 0,
    updates: 0,
    entries: 0,
    unchanged: 2_000,
  });
  await server.close();
  await tenancy.close(0);
});

test("a server that dies in the middle leaves nothing, and another makes the import whole", async () => {
  const dying = await service.openTenancy();
  const first = await open(dying);
  const before = await sizes();
  const plan = await upload(first.master, sheet("B", 3_000));
  dataOf(await first.master.post("imports.commit", plan));
  await sleep(150);
  await Promise.all([first.server.close(), dying.close(0)]);
  expect(await sizes()).toEqual(before);

  const second = await open(service.tenancy);
  await factory.db
    .update(imports)
    .set({ updatedAt: new Date(Date.now() - 60_000) })
    .where(eq(imports.id, plan.id));
  expect((await ended(second.master, plan.id)).state).toBe("FAILED");
  dataOf(await second.master.post("imports.commit", plan));
  expect(await ended(second.master, plan.id)).toMatchObject({ state: "DONE", result: { created: 3_000 } });
  expect(await sizes()).toEqual(before.map((size) => size + 3_000));
  await second.server.close();
});

test("what is no sheet is refused with a reason, at once, and keeps nothing", async () => {
  const { server, master } = await open(service.tenancy);
  const content = (bytes: Buffer) => ({ kind: "file", base64: bytes.toString("base64") });
  const cases = [
    [content(Buffer.from("%PDF-1.7")), 422, "FILE_UNREADABLE"],
    [content(Buffer.from("504b0304deadbeef", "hex")), 422, "FILE_UNREADABLE"],
    [content(Buffer.from([0xff, 0xfe, 0x00])), 422, "FILE_UNREADABLE"],
    [content(Buffer.alloc(0)), 422, "FILE_UNREADABLE"],
    [{ kind: "text", text: "Code,Name\n" + "A,B\n".repeat(10_001) }, 413, "TOO_LARGE"],
    [{ kind: "file", base64: "not base64!" }, 400, "BAD_REQUEST"],
    [{ kind: "file", base64: "A".repeat(6_800_000) }, 400, "BAD_REQUEST"],
  ] as const;
  const before = await factory.db.select({ size: count() }).from(imports);
  for (const [wanted, status, code] of cases) {
    const startedAt = performance.now();
    const answer = await master.post("imports.upload", {
      id: randomUUID(),
      fileName: "products.xlsx",
      content: wanted,
    });
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  }
  expect(await factory.db.select({ size: count() }).from(imports)).toEqual(before);
  await server.close();
});
