import { expect, test } from "vitest";
import { REDACTED, redact } from "./redact.ts";

test("secrets are hidden by the name of their field, at any depth; the rest is left to the letter", () => {
  const at = new Date(0);
  expect(
    redact({
      name: "Asha",
      passwordHash: "$argon2",
      mustChangePassword: true,
      totpSecret: null,
      at,
      keys: [{ token: "abc", prefix: "sk_1" }],
      smtp: { password: "p", recoveryCodes: ["1", "2"], secretEncrypted: "x" },
    }),
  ).toEqual({
    name: "Asha",
    passwordHash: REDACTED,
    mustChangePassword: true,
    totpSecret: null,
    at,
    keys: [{ token: REDACTED, prefix: "sk_1" }],
    smtp: { password: REDACTED, recoveryCodes: REDACTED, secretEncrypted: REDACTED },
  });
  expect(redact(null)).toBe(null);
});
