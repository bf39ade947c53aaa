import { hashPassword } from "@storehouse/auth";
import { type LevelRow, type Page, permissionsOf } from "@storehouse/domain";
import { postEntries } from "@storehouse/services";
import {
  apiOptions,
  type BuiltProduct,
  buildLocation,
  buildProduct,
  type Caller,
  createTestService,
  listen,
  type Listener,
  type RunningServer,
  serveApi,
} from "@storehouse/testing";
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const CHANGES = 2000;
const CUTS = 200;
const service = await createTestService(await hashPassword(PASSWORD));
afterAll(() => service.drop());

/** A screen: it asks anew for what it is told has changed, and for everything when told to start over. */
function createScreen(caller: Caller, all: readonly string[]) {
  const view = new Map<string, string>();
  const numbers: number[] = [];
  const stale = new Set<string>();
  let listener: Listener | undefined;
  let lastEventId: string | undefined;
  let seen = 0;
  const take = (): void => {
    for (const { id, event } of listener?.heard.slice(seen) ?? []) {
      seen += 1;
      if (event.changes.length > 0) numbers.push(Number(id.split("-").at(-1)));
      const named = event.isStartOver ? all : event.changes.flatMap(({ ids }) => ids ?? all);
      for (const variantId of named) stale.add(variantId);
    }
  };
  const look = async (variantId: string): Promise<void> => {
    const { body } = await caller.get("inventory.levels", { variantId, limit: 1 });
    const { rows } = (body as { result: { data: Page<LevelRow> } }).result.data;
    view.set(variantId, rows[0]?.onHand ?? "0");
  };
  return {
    view,
    numbers,
    close: () => listener?.cut(),
    connect: async (url: string): Promise<void> => {
      listener?.cut();
      take();
      lastEventId = listener?.heard.at(-1)?.id ?? lastEventId;
      // What the old line brings after its cut is not taken: the new one begins behind what was.
      listener = undefined;
      seen = 0;
      listener = await listen(caller, { url, lastEventId });
    },
    refresh: async (): Promise<void> => {
      take();
      const wanted = [...stale];
      stale.clear();
      await Promise.all(wanted.map(look));
    },
  };
}

test("2,000 bookings and 200 broken lines over two processes: every screen shows what is stored, told of nothing twice", async () => {
  const factory = await service.factory("works");
  const authSecrets = [randomBytes(48).toString("base64")];
  const tenancies = [service.tenancy, await service.openTenancy()];
  const servers: RunningServer[] = [];
  for (const tenancy of tenancies) {
    servers.push(await serveApi(makeHandler({ ...apiOptions(service), authSecrets, tenancy })));
  }
  const urlAt = (n: number): string => servers[n % servers.length]?.url ?? "";
  const place = await buildLocation(factory.db);
  const parts = await Promise.all(
    Array.from({ length: 10 }, () => buildProduct(factory.db, factory.userIds.master, place)),
  );
  const variantIds = parts.map(({ variantId }) => variantId);
  const roles = ["master", "manager", "employee", "viewer"] as const;
  const screens = await Promise.all(
    Array.from({ length: 6 }, async (_none, n) => {
      const [first, second] = servers;
      const caller = (n % 2 === 0 ? first : second)?.caller();
      if (caller === undefined) throw new Error("no server");
      const role = roles[n % 4] ?? "viewer";
      await caller.post("auth.login", { login: factory.login(role), password: PASSWORD });
      const screen = createScreen(caller, variantIds);
      await screen.connect(urlAt(n));
      return screen;
    }),
  );

  let isBooking = true;
  const booking = Promise.all(parts.map((part) => book(factory, part, CHANGES / parts.length)));
  const looking = screens.map(async (screen) => {
    while (isBooking) {
      await screen.refresh();
      await sleep(1000);
    }
  });
  const cutting = (async () => {
    for (let n = 0; n < CUTS; n += 1) {
      await screens[Math.floor(Math.random() * screens.length)]?.connect(urlAt(Math.floor(Math.random() * 2)));
      await sleep(20);
    }
  })();
  await Promise.all([booking, cutting]);
  isBooking = false;
  await Promise.all(looking);

  const stored = String(CHANGES / parts.length);
  const lastAt = Date.now();
  await expect
    .poll(
      async () => {
        await Promise.all(screens.map((screen) => screen.refresh()));
        return screens.every(({ view }) => variantIds.every((id) => view.get(id) === stored));
      },
      { timeout: 10_000, interval: 100 },
    )
    .toBe(true);
  expect(Date.now() - lastAt).toBeLessThan(2000);
  for (const { numbers } of screens) expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));

  for (const screen of screens) screen.close();
  for (const server of servers) await server.close();
  await tenancies[1]?.close(0);
});

async function book(
  { db, userIds }: Awaited<ReturnType<typeof service.factory>>,
  { variantId, locationId }: BuiltProduct,
  count: number,
): Promise<void> {
  const actor = {
    kind: "user" as const,
    id: userIds.master,
    name: "The master",
    permissions: permissionsOf("master"),
    places: null,
    address: "127.0.0.1",
    device: "test",
  };
  const lines = [{ variantId, locationId, quantity: "1", unitCost: "2" }];
  for (let n = 0; n < count; n += 1) {
    const input = { clientId: randomUUID(), type: "manual_in" as const, lines };
    await postEntries({ db, actor, now: () => new Date(), allowance: null }, { ...input, reference: null, note: null });
  }
}
