import { expect, test } from "vitest";
import { refuseServers, ServerName, type ServerFacts } from "./move.ts";

const server = (version: string, over: Partial<ServerFacts> = {}): ServerFacts => ({
  version,
  maxConnections: 151,
  connections: 20,
  ...over,
});

test.each([
  ["10.11.11-MariaDB-0+deb12u1", "10.11.11-MariaDB"],
  ["10.11.11-MariaDB", "11.4.2-MariaDB"],
  ["9.7.0", "9.7.1"],
])("a factory on %s may go to a server with %s", (from, to) => {
  expect(refuseServers(server(from), server(to), 5)).toBeNull();
});

test.each([
  ["11.4.2-MariaDB", "10.11.11-MariaDB", "older"],
  ["9.7.0", "8.4.6", "older"],
  ["10.11.11-MariaDB", "9.7.0", "from MariaDB to MySQL"],
  ["9.7.0", "10.11.11-MariaDB", "from MySQL to MariaDB"],
])("a factory on %s may not go to a server with %s: %s", (from, to, reason) => {
  expect(refuseServers(server(from), server(to), 5)).toContain(reason);
});

test("a server that is nearly full takes no further factory", () => {
  const from = server("9.7.0");
  expect(refuseServers(from, server("9.7.0", { connections: 137 }), 5)).toContain("14 connections left");
  expect(refuseServers(from, server("9.7.0", { connections: 136 }), 5)).toBeNull();
  expect(refuseServers(from, server("9.7.0", { connections: 400 }), 5)).toContain("0 connections left");
});

test("a server is called by a plain word", () => {
  expect(["main", "north-2"].every((name) => ServerName.safeParse(name).success)).toBe(true);
  expect(["", "2nd", "North", "a b", "a".repeat(33)].some((name) => ServerName.safeParse(name).success)).toBe(false);
});
