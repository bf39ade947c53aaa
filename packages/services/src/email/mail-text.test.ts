import { expect, test } from "vitest";
import { isMailAddress, mailLine } from "./mail-text.ts";

test.each(["asha@fans.example", "a.b+c@x-y.example.com"])("%s is an address", (text) => {
  expect(isMailAddress(text)).toBe(true);
});

test.each([
  "asha@fans.example\r\nBcc: all@fans.example",
  "asha@fans.example, other@fans.example",
  "Asha <asha@fans.example>",
  "asha@fans.example\n",
  "asha@localhost",
  "@fans.example",
  `${"a".repeat(250)}@fans.example`,
])("%j is none", (text) => {
  expect(isMailAddress(text)).toBe(false);
});

test("a header's text is one line, cut between characters", () => {
  expect(mailLine("Low: bolt\r\nBcc: all@fans.example", 200)).toBe("Low: bolt Bcc: all@fans.example");
  expect(mailLine("🔩🔩🔩", 2)).toBe("🔩🔩");
});
