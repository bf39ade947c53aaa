import { hashPassword } from "@storehouse/auth";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { createTenancy, parseKeys } from "@storehouse/tenancy";
import { afterAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const FACTORIES = 8;
const ROUNDS = 6;
// A pool of so few people reserves five connections.
const HELD = 3;
const BUDGET = HELD * 5 + 1;
const service = await createTestService(await hashPassword(PASSWORD));
afterAll(() => service.drop());

test("many factories at once over a small budget are served or told to wait, and never anything else", async () => {
  const { webUrl: centralUrl, keys } = service.installation;
  const tenancy = await createTenancy({ centralUrl, keys: parseKeys(keys), budget: BUDGET });
  const bugs: object[] = [];
  const server = await serveApi(
    makeHandler({ ...apiOptions(service), tenancy, onBug: (bug: object) => void bugs.push(bug) }),
  );
  try {
    const callers: Caller[] = [];
    const factories: TestFactory[] = [];
    for (let n = 0; n < FACTORIES; n += 1) {
      const factory = await service.factory(`f${n}`);
      const caller = server.caller();
      await caller.post("auth.login", { login: factory.login("master"), password: PASSWORD });
      callers.push(caller);
      factories.push(factory);
    }
    const rush = (): Promise<Answer[]> => {
      const rounds = Array.from({ length: ROUNDS }, () => callers).flat();
      return Promise.all(rounds.map((caller) => caller.get("users.list", {})));
    };
    // Three keep their databases open as long as the first lasts, as a long report would: they are all there is room for.
    const held = await Promise.all(factories.slice(0, HELD).map(({ record }) => tenancy.openTenant(record)));
    const full = await rush();
    for (const { release } of held) release();
    const answers = [...full, ...(await rush())];
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(full.map(({ status }) => status)).toEqual(
      Array.from({ length: ROUNDS * FACTORIES }, (_, n) => (n % FACTORIES < HELD ? 200 : 503)),
    );
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.filter(({ headers }) => !(Number(headers.get("retry-after")) > 0))).toEqual([]);
    expect(bugs).toEqual([]);
    expect(tenancy.stats().pools).toHaveLength(HELD);
    // Whoever had to wait is served once the rush is over.
    for (const caller of callers) expect((await caller.get("auth.me")).status).toBe(200);
  } finally {
    await server.close();
    await tenancy.close(0);
  }
});
