import { expect, test } from "vitest";
import { codeUri, newCodeSecret, stepOfCode } from "./one-time-code.ts";

// RFC 6238, appendix B: the secret "12345678901234567890", the last six of its eight digits.
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
])("at %i s the code is %s", (seconds, code) => {
  const step = Math.floor(seconds / 30);
  expect(stepOfCode(SECRET, code, new Date(seconds * 1_000))).toBe(step);
  // A clock that is one step off still works, two do not.
  expect(stepOfCode(SECRET, code, new Date((seconds + 30) * 1_000))).toBe(step);
  expect(stepOfCode(SECRET, code, new Date((seconds + 61) * 1_000))).toBeUndefined();
});

test("what is no code belongs to no time", () => {
  for (const text of ["", "28708", "2870820", "abcdef", "287083"]) {
    expect(stepOfCode(SECRET, text, new Date(59_000)), text).toBeUndefined();
  }
});

test("a secret has 160 bits and its address names the login", () => {
  const secret = newCodeSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newCodeSecret()).not.toBe(secret);
  expect(codeUri(secret, "sita@steel_works")).toBe(
    `otpauth://totp/Storehouse:sita%40steel_works?issuer=Storehouse&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
});
