import { expect, test } from "vitest";
import { requestLanguage } from "./cookie.ts";

test.each([
  ["language=hi", "en", "hi"],
  ["a=b; language=en; c=d", "hi", "en"],
  ["language=mr", "hi-IN", "hi"],
  ["my-language=hi", undefined, "en"],
  ["", "fr", "en"],
  [undefined, "hi", "hi"],
] as const)("cookies %s and Accept-Language %s are answered in %s", (cookies, accepted, language) => {
  expect(requestLanguage(cookies, accepted)).toBe(language);
});
