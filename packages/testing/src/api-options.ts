import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKeys } from "@storehouse/tenancy";
import type { TestService } from "./create-test-service.ts";

/** What an API over a test's installation is made with: three sign-ups an hour from an address, five in all, no proxy in front. */
export const apiOptions = ({ tenancy, installation }: Pick<TestService, "tenancy" | "installation">) => ({
  tenancy,
  authSecrets: [randomBytes(48).toString("base64")],
  keys: parseKeys(installation.keys),
  publicUrl: new URL("https://storehouse.test"),
  isSecure: false,
  trustedProxyHops: 0,
  trialDays: 30,
  registrationCaps: { perHour: 5, perAddressPerHour: 3 },
  backupFolder: join(tmpdir(), `storehouse-${installation.prefix}backups`),
  factoryServer: installation.server,
  webhookReach: { isLoopbackAllowed: true },
  onBug: (bug: object) => console.error(bug),
});
