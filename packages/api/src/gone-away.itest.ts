import { hashPassword } from "@storehouse/auth";
import { apiOptions, createTestService, serve } from "@storehouse/testing";
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
afterAll(() => service.drop());

test("who went away before their request was read keeps no factory open", async () => {
  const factory = await service.factory("works");
  const tenancy = await service.openTenancy();
  const api = makeHandler({ ...apiOptions(service), tenancy });
  const handled: Promise<void>[] = [];
  const server = await serve((req, res) => {
    const path = (req.url ?? "").slice("/api/trpc/".length);
    const work = async (): Promise<void> => {
      // As when the session's look-up takes longer than the client's patience.
      if (path === "users.create" && !req.destroyed) await once(req, "close").catch(() => undefined);
      await api.handle(req, res, { requestId: "test", path, query: "" });
    };
    handled.push(work());
  });
  const caller = server.caller();
  await caller.post("auth.login", { login: factory.login("master"), password: PASSWORD });

  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  const head = `POST /api/trpc/users.create HTTP/1.1\r\nHost: x\r\nCookie: ${caller.cookie()}\r\n`;
  socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
  await expect.poll(() => handled.length).toBe(2);
  socket.destroy();
  await Promise.all(handled);
  expect(tenancy.stats().pools.map(({ users }) => users)).toEqual([0]);
  await server.close();
  await tenancy.close(0);
});
