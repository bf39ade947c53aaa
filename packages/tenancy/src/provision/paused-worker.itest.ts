import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getRegistration } from "./get-registration.ts";
import { quoteName } from "./grants.ts";
import { provisionFactory } from "./provision-factory.ts";
import { lockNameOf } from "./provision-lock.ts";
import { createScratchInstallation, type ScratchInstallation } from "./scratch-installation.ts";

let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterAll(() => here.drop());

test("a worker that slept through its lease does no harm when it wakes: another has made the factory", async () => {
  const factoryId = await here.request("sleepy");
  const sleeper = startSleeper(factoryId);
  await sleeper.asleep;
  await endLeases();

  // Its connection still holds the lock on the name.
  expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "busy" });
  expect((await getRegistration(here.provisioner.central, factoryId)).attempts).toBe(1);

  // As the server does when the connection has been silent for two minutes.
  const [holder] = await here.admin.rows<{ id: number }>("select is_used_lock(?) as id", [
    lockNameOf(`${here.prefix}sleepy`),
  ]);
  await here.admin.run(`kill ${Number(holder?.id)}`);
  await endLeases();
  expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "ready" });

  expect(await sleeper.wake()).toBe("busy");
  expect((await getRegistration(here.provisioner.central, factoryId)).state).toBe("READY");
  const masters = await here.admin.rows(`select id from ${quoteName(`${here.prefix}sleepy`)}.users`);
  expect(masters).toHaveLength(1);
});

/** A worker that is stopped in its tracks once it has made the database. */
function startSleeper(factoryId: string): { asleep: Promise<unknown>; wake: () => Promise<string> } {
  const code = `
    import { parseKeys } from "${new URL("../keys.ts", import.meta.url).href}";
    import { openProvisioner } from "${new URL("./open-provisioner.ts", import.meta.url).href}";
    import { provisionFactory } from "${new URL("./provision-factory.ts", import.meta.url).href}";
    const [url, keys, factoryId] = process.argv.slice(1);
    const provisioner = openProvisioner({ url, keys: parseKeys(keys) });
    const { outcome } = await provisionFactory(provisioner, factoryId, (point) => {
      if (point !== "marked") return;
      process.stderr.write("asleep");
      process.kill(process.pid, "SIGSTOP");
    });
    process.stdout.write(outcome, () => process.exit(0));`;
  const args = ["--input-type=module", "-e", code, here.provisionerUrl, here.keys, factoryId];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {
    asleep: once(child.stderr, "data"),
    wake: async () => {
      child.kill("SIGCONT");
      await once(child, "close");
      return said;
    },
  };
}

const endLeases = (): Promise<void> =>
  here.admin.run(
    `update ${quoteName(here.centralName)}.registrations set lease_until = utc_timestamp(3) - interval 1 second`,
  );
