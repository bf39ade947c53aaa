import { eq } from "@storehouse/db";
import { factories, operators, sideCopies } from "@storehouse/db/central";
import { secondFactors, users, webhookEndpoints } from "@storehouse/db/tenant";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDatabaseUrl } from "../database-url.ts";
import { factoryAddress } from "../factory-address.ts";
import { createFactoryFinder } from "../find-factory.ts";
import { fingerprintOf, type Keys, parseKeys } from "../keys.ts";
import { copySecretPlace } from "../open-side-copy.ts";
import { openDatabase } from "../open-database.ts";
import { openProvisioner } from "../provision/open-provisioner.ts";
import { provisionFactory } from "../provision/provision-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "../provision/scratch-installation.ts";
import { runAndDie } from "../run-and-die.fixture.ts";
import { lockText, unlockText } from "../secret.ts";
import { SECRET_PLACES } from "../secret-places.ts";
import { rotateKeys } from "./rotate-keys.ts";

/** By hand 20 kills over many. */
const FACTORIES = Number(process.env["ROTATE_FACTORIES"] ?? 2);
const KILLS = Number(process.env["KILLS"] ?? 2);
/** The factory's own, a webhook's two and a phone's. */
const SECRETS_EACH = 4;
const NEW_KEY = `k2:${randomBytes(32).toString("base64")}`;
let here: ScratchInstallation;
let bothKeys: string;
const ids: string[] = [];

beforeAll(
  async () => {
    here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
    // A session is ended when it is silent for two minutes, and many kills take longer.
    await here.admin.run("set session wait_timeout = 28800");
    bothKeys = `${NEW_KEY},${here.keys}`;
    for (let index = 0; index < FACTORIES; index += 1) {
      const id = await here.request(`locked_${index}`);
      await provisionFactory(here.provisioner, id);
      await plantSecrets(id);
      ids.push(id);
    }
  },
  30_000 + FACTORIES * 3_000,
);
afterAll(() => here.drop());

test(
  "killed anywhere, every secret opens, and the next run goes on with what is left; then the old key may go",
  async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const left = await countOld();
      // Always in the middle of what is left, so that there is something to be killed in each time.
      await rotateAndDie(Math.max(1, Math.ceil(left / (KILLS - kill + 3))));
      for (const id of ids) expect(await readAll(id, parseKeys(bothKeys))).toEqual(EXPECTED);
      expect(await countOld()).toBeLessThanOrEqual(left);
    }
    const left = await countOld();
    expect(left).toBeGreaterThan(0);
    const copyId = "01890000-0000-7000-8000-0000000000bb";
    const copy = { id: copyId, factoryId: ids[0] ?? "", kind: "BACKUP", state: "READY", dbName: "copy" } as const;
    const reader = lockText(parseKeys(here.keys), copySecretPlace(copyId), "reader");
    await here.provisioner.central.insert(sideCopies).values({ ...copy, ...reader, requestedAt: new Date() });
    const operatorId = "01890000-0000-7000-8000-0000000000cc";
    const phone = lockText(parseKeys(here.keys), SECRET_PLACES.operator(operatorId), "operator's phone");
    const now = new Date();
    const person = { id: operatorId, username: "olga", name: "Olga", role: "OWNER", createdAt: now, updatedAt: now };
    await here.provisioner.central.insert(operators).values({ ...person, ...phone });
    const provisioner = openProvisioner({ url: here.provisionerUrl, keys: parseKeys(bothKeys) });
    const centralAddress = parseDatabaseUrl(here.webUrl);
    const done = await rotateKeys({ provisioner, centralAddress });
    expect(done).toEqual({ factories: FACTORIES, secrets: left + 2, failures: [], oldBackups: 0 });
    expect(await rotateKeys({ provisioner, centralAddress })).toMatchObject({ secrets: 0, failures: [] });
    await provisioner.close();

    for (const id of ids) expect(await readAll(id, parseKeys(NEW_KEY))).toEqual(EXPECTED);
    const [read] = await here.provisioner.central.select().from(sideCopies);
    const locked = { secret: read?.secret ?? "", secretKeyId: read?.secretKeyId ?? "" };
    expect(unlockText(parseKeys(NEW_KEY), copySecretPlace(copyId), locked)).toBe("reader");
    const [olga] = await here.provisioner.central.select().from(operators);
    const herPhone = { secret: olga?.secret ?? "", secretKeyId: olga?.secretKeyId ?? "" };
    expect(unlockText(parseKeys(NEW_KEY), SECRET_PLACES.operator(operatorId), herPhone)).toBe("operator's phone");
    const [mark] = await here.admin.rows<{ fingerprint: string }>(
      `select key_fingerprint as fingerprint from ${here.centralName}.installation`,
    );
    expect(mark?.fingerprint).toBe(fingerprintOf(parseKeys(NEW_KEY).current));
  },
  60_000 + KILLS * 10_000,
);

test("a secret that does not open is told, keeps its key, and stops no other factory", async () => {
  const newest = `k3:${randomBytes(32).toString("base64")},${NEW_KEY}`;
  await here.provisioner.central
    .update(factories)
    .set({ secret: "broken", secretKeyId: "k1" })
    .where(eq(factories.id, ids[0] ?? ""));
  const provisioner = openProvisioner({ url: here.provisionerUrl, keys: parseKeys(newest) });
  const { failures, factories: done } = await rotateKeys({
    provisioner,
    centralAddress: parseDatabaseUrl(here.webUrl),
  });
  await provisioner.close();
  expect(done).toBe(FACTORIES - 1);
  expect(failures).toEqual([{ factory: `${here.prefix}locked_0`, error: "Its secret does not open with the key k1." }]);
});

const EXPECTED = ["webhook", "former", "phone"];
const endpointId = "01890000-0000-7000-8000-0000000000aa";

async function withDatabase<T>(
  id: string,
  keys: Keys,
  work: (db: ReturnType<typeof openDatabase>["db"], userId: string) => Promise<T>,
): Promise<T> {
  const factory = await createFactoryFinder(here.provisioner.central, 1).byId(id);
  if (factory === undefined) throw new Error("The factory is gone.");
  const { db, close } = openDatabase(factoryAddress({ central: parseDatabaseUrl(here.webUrl), keys }, factory));
  try {
    const [user] = await db.select({ id: users.id }).from(users).limit(1);
    return await work(db, user?.id ?? "");
  } finally {
    await close();
  }
}

const plantSecrets = (id: string): Promise<void> => {
  const keys = parseKeys(here.keys);
  const lock = (place: string, text: string) => lockText(keys, place, text);
  return withDatabase(id, keys, async (db, userId) => {
    const now = new Date();
    const former = lock(SECRET_PLACES.webhook(id, endpointId), "former");
    await db.insert(webhookEndpoints).values({
      id: endpointId,
      url: "https://example.com",
      events: [],
      ...lock(SECRET_PLACES.webhook(id, endpointId), "webhook"),
      formerSecret: former.secret,
      formerSecretKeyId: former.secretKeyId,
      createdBy: userId,
      createdAt: now,
      updatedAt: now,
    });
    await db
      .insert(secondFactors)
      .values({ userId, ...lock(SECRET_PLACES.secondFactor(id, userId), "phone"), createdAt: now });
  });
};

/** What a factory's secrets say; opening its database proves its own. */
const readAll = (id: string, keys: Keys): Promise<(string | undefined)[]> =>
  withDatabase(id, keys, async (db, userId) => {
    const [hook] = await db.select().from(webhookEndpoints);
    const [phone] = await db.select().from(secondFactors);
    const place = SECRET_PLACES.webhook(id, endpointId);
    const open = (where: string, secret: string | null | undefined, secretKeyId: string | null | undefined) =>
      unlockText(keys, where, { secret: secret ?? "", secretKeyId: secretKeyId ?? "" });
    return [
      open(place, hook?.secret, hook?.secretKeyId),
      open(place, hook?.formerSecret, hook?.formerSecretKeyId),
      open(SECRET_PLACES.secondFactor(id, userId), phone?.secret, phone?.secretKeyId),
    ];
  });

async function countOld(): Promise<number> {
  let old = 0;
  for (const id of ids) {
    const [own] = await here.provisioner.central
      .select({ keyId: factories.secretKeyId })
      .from(factories)
      .where(eq(factories.id, id));
    old += own?.keyId === "k2" ? 0 : 1;
    old += await withDatabase(id, parseKeys(bothKeys), async (db) => {
      const [hook] = await db.select().from(webhookEndpoints);
      const [phone] = await db.select().from(secondFactors);
      return [hook?.secretKeyId, hook?.formerSecretKeyId, phone?.secretKeyId].filter((keyId) => keyId !== "k2").length;
    });
  }
  expect(old).toBeLessThanOrEqual(FACTORIES * SECRETS_EACH);
  return old;
}

/** Rotates in a process of its own that is killed when it comes to the given secret. */
async function rotateAndDie(at: number): Promise<void> {
  const code = `
    import { parseKeys } from "${new URL("../keys.ts", import.meta.url).href}";
    import { parseDatabaseUrl } from "${new URL("../database-url.ts", import.meta.url).href}";
    import { openProvisioner } from "${new URL("../provision/open-provisioner.ts", import.meta.url).href}";
    import { rotateKeys } from "${new URL("./rotate-keys.ts", import.meta.url).href}";
    const provisioner = openProvisioner({ url: wish.url, keys: parseKeys(wish.keys) });
    const centralAddress = parseDatabaseUrl(wish.webUrl);
    await rotateKeys({ provisioner, centralAddress, onPoint: () => reach("secret") });`;
  const wish = { url: here.provisionerUrl, webUrl: here.webUrl, keys: bothKeys };
  const { signal } = await runAndDie({ code, wish, folder: import.meta.dirname }, at);
  expect(signal).toBe("SIGKILL");
}
