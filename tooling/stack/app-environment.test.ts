import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { appEnvironment } from "./app-environment.ts";
import { runAppCommand } from "./run-app-command.ts";

const secrets = {
  databaseRootPassword: "root-secret",
  webDatabasePassword: "web-secret",
  provisionerDatabasePassword: "provisioner-secret",
  authSecret: "auth-secret",
  keys: "k1:key-secret",
};
const address = { host: "127.0.0.1", port: 3000, publicUrl: "http://localhost:3000" };
const adminUrl = "mysql://root:root-secret@127.0.0.1:3306/";
const made = () => appEnvironment({ folder: "/f", adminUrl, secrets, address, isDevelopment: false });

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", secrets.authSecret);
  vi.stubEnv("STOREHOUSE_KEYS", secrets.keys);
  vi.stubEnv("DATABASE_URL", adminUrl);
  vi.stubEnv("DATABASE_SERVERS", "north=mysql://p:elsewhere-secret@db2");
});
afterEach(() => vi.unstubAllEnvs());

test("each process is told its own secrets and no other's, whatever the caller's environment holds", () => {
  const told = Object.fromEntries(
    Object.entries(made()).map(([name, env]) => [
      name,
      ["root", "web", "provisioner", "auth", "key", "elsewhere"].filter((word) =>
        JSON.stringify(env).includes(`${word}-secret`),
      ),
    ]),
  );
  expect(told).toEqual({
    setup: ["root", "web", "provisioner", "key"],
    web: ["web", "auth", "key"],
    worker: ["web", "provisioner", "auth", "key", "elsewhere"],
  });
});

test("a command is run with what it is told and nothing of the caller's", async () => {
  const show = { name: "show", cwd: ".", args: ["-e", "console.log(JSON.stringify(process.env))"] };
  expect(JSON.parse(await runAppCommand(show, { TOLD: "this" }))).toEqual({ TOLD: "this" });
});
