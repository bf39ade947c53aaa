import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const given = {
  CENTRAL_DATABASE_URL: "mysql://web:hunter2@10.0.0.7:3307/central_db",
  STOREHOUSE_KEYS: `k1:${randomBytes(32).toString("base64")}`,
  AUTH_SECRET: randomBytes(48).toString("base64url"),
};

test("what is not said has a safe default", () => {
  expect(readEnv(given)).toMatchObject({
    isDevelopment: false,
    host: "127.0.0.1",
    port: 3000,
    trustedProxyHops: 0,
    registrationsPerAddressPerHour: 5,
    factoryServer: { host: "10.0.0.7", port: 3307 },
  });
  expect(readEnv({ ...given, PORT: "8080" }).publicUrl.origin).toBe("http://localhost:8080");
});

test.each([
  ["AUTH_SECRET", "changeme"],
  ["AUTH_SECRET", ""],
  ["STOREHOUSE_KEYS", ""],
  ["STOREHOUSE_KEYS", `k1:${Buffer.alloc(32).toString("base64")}`],
  ["CENTRAL_DATABASE_URL", ""],
  ["CENTRAL_DATABASE_URL", "postgres://web:hunter2@10.0.0.7/central_db"],
  ["PORT", "http"],
  ["PORT", "1e99"],
  ["PUBLIC_URL", "javascript:alert(1)"],
  ["TRUSTED_PROXY_HOPS", "-1"],
])("refuses to start with %s=%j, and repeats no secret", (name, value) => {
  expect(() => readEnv({ ...given, [name]: value })).toThrow(expect.not.stringContaining("hunter2"));
});

test("development is for this machine only", () => {
  expect(() => readEnv({ ...given, STOREHOUSE_DEV: "1", HOST: "0.0.0.0" })).toThrow("HOST");
  expect(readEnv({ ...given, STOREHOUSE_DEV: "1" }).isDevelopment).toBe(true);
});
