import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

test("a device is named by what its owner would call it", () => {
  const chrome =
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";
  expect(deviceName(chrome)).toBe("Chrome on Android");
  expect(deviceName("")).toBe("Unknown device");
});

test.each(["\u001b[31mred\n", "x".repeat(10_000), "(((((((((((", "curl/8.5.0"])("survives %j", (userAgent) => {
  const name = deviceName(userAgent);
  expect(name.length).toBeLessThanOrEqual(120);
  expect(name).toMatch(/^[\x20-\x7e]+$/);
});
