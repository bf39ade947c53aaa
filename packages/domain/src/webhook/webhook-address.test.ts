import { expect, test } from "vitest";
import { webhookAddressProblem } from "./webhook-address.ts";

const problem = (url: string, isLoopbackAllowed = false) => webhookAddressProblem(url, { isLoopbackAllowed });

test.each([
  "https://example.com/hooks",
  "https://api.shop.example.in/a?b=c",
  "https://example.com:443/",
  "https://xn--bcher-kva.example/",
])("%s can be told", (url) => {
  expect(problem(url)).toBeUndefined();
});

test.each([
  ["http://example.com", "URL_NOT_HTTPS"],
  ["ftp://example.com", "URL_INVALID"],
  ["javascript:alert(1)", "URL_INVALID"],
  ["example.com/hook", "URL_INVALID"],
  ["https://user@example.com", "URL_WITH_PASSWORD"],
  ["https://user:secret@example.com", "URL_WITH_PASSWORD"],
  ["https://example.com:22", "URL_PORT"],
  ["https://example.com:3306", "URL_PORT"],
  ["https://example.com:8443", "URL_PORT"],
  ["https://127.0.0.1", "URL_NOT_PUBLIC"],
  ["https://0x7f.1/", "URL_NOT_PUBLIC"],
  ["https://2130706433/", "URL_NOT_PUBLIC"],
  ["https://0177.0.0.1/", "URL_NOT_PUBLIC"],
  ["https://127.1/", "URL_NOT_PUBLIC"],
  ["https://①②⑦.0.0.1/", "URL_NOT_PUBLIC"],
  ["https://8.8.8.8/", "URL_NOT_PUBLIC"],
  ["https://[::1]/", "URL_NOT_PUBLIC"],
  ["https://[::ffff:7f00:1]/", "URL_NOT_PUBLIC"],
  ["https://[2002:7f00:1::]/", "URL_NOT_PUBLIC"],
  ["https://localhost/", "URL_NOT_PUBLIC"],
  ["https://localhost./", "URL_NOT_PUBLIC"],
  ["https://db.localhost/", "URL_NOT_PUBLIC"],
  ["https://printer.local/", "URL_NOT_PUBLIC"],
  ["https://metadata.google.internal/", "URL_NOT_PUBLIC"],
  ["https://intranet/", "URL_NOT_PUBLIC"],
  ["https://1.0.0.127.in-addr.arpa/", "URL_NOT_PUBLIC"],
])("%s cannot: %s", (url, reason) => {
  expect(problem(url)).toBe(reason);
});

test("this machine can be told where the setting says so, and nothing else by it", () => {
  expect(problem("http://127.0.0.1:8080/hook", true)).toBeUndefined();
  expect(problem("http://localhost:8080/hook", true)).toBeUndefined();
  expect(problem("http://[::1]:8080/hook", true)).toBeUndefined();
  expect(problem("http://user@127.0.0.1:8080/hook", true)).toBe("URL_WITH_PASSWORD");
  expect(problem("http://10.0.0.1/", true)).toBe("URL_NOT_HTTPS");
  expect(problem("https://10.0.0.1/", true)).toBe("URL_NOT_PUBLIC");
});
