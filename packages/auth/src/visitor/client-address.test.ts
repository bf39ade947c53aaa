import { expect, test } from "vitest";
import { addressBlock, clientAddress } from "./client-address.ts";

test("without a trusted proxy, what the client writes counts for nothing", () => {
  expect(clientAddress("10.0.0.9", "1.2.3.4", 0)).toBe("10.0.0.9");
  expect(clientAddress("::ffff:10.0.0.9", undefined, 0)).toBe("10.0.0.9");
});

test("behind trusted proxies, the hop they wrote counts and nothing left of it", () => {
  expect(clientAddress("10.0.0.9", "6.6.6.6, 1.2.3.4", 1)).toBe("1.2.3.4");
  expect(clientAddress("10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.8", 2)).toBe("1.2.3.4");
  expect(clientAddress("10.0.0.9", "1.2.3.4", 2)).toBe("1.2.3.4");
});

test.each(["nonsense", "", "1.2.3.4, x", "' or 1=1"])("what is no address is not taken for one: %s", (header) => {
  expect(clientAddress("10.0.0.9", header, 1)).toBe("10.0.0.9");
});

test("one IPv6 subscriber is one visitor", () => {
  expect(addressBlock("2001:db8:1:2:aaaa::1")).toBe(addressBlock("2001:db8:1:2:bbbb:0:0:2"));
  expect(addressBlock("2001:db8:1:2::1")).not.toBe(addressBlock("2001:db8:1:3::1"));
  expect(addressBlock("2001:0DB8::1")).toBe(addressBlock("2001:db8:0:0:5::1"));
  expect(addressBlock("::1")).toBe("0:0:0:0");
  expect(addressBlock("192.0.2.7")).toBe("192.0.2.7");
});
