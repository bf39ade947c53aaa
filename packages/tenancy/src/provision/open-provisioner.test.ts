import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseKeys } from "../keys.ts";
import { openProvisioner, parseServers } from "./open-provisioner.ts";

const keys = parseKeys(`k1:${randomBytes(32).toString("base64")}`);
const url = "mysql://p:secret@db1:3306/central_db";

test("further servers are told by their names", async () => {
  const servers = parseServers(" north=mysql://p:a%20b@db2:3307\n south=mysql://p:x@db3 ");
  const provisioner = openProvisioner({ url, keys, servers });
  expect(provisioner.serverNames).toEqual(["main", "north", "south"]);
  expect(provisioner.serverName).toBe("main");
  const north = provisioner.at("north");
  expect(north).toMatchObject({ serverName: "north", server: { host: "db2", port: 3307 } });
  // Whoever has been sent to one server finds the others from there.
  expect(north.at("main").server).toMatchObject({ host: "db1", port: 3306 });
  expect(() => provisioner.at("west")).toThrow("UNAVAILABLE");
  await provisioner.close();
});

test("nothing told is no server, and what can't be read is said without a password", () => {
  expect([...parseServers(undefined), ...parseServers("")]).toEqual([]);
  for (const text of [
    "mysql://p:hidden@db2",
    "main=mysql://p:hidden@db2",
    "N=mysql://p:hidden@db2",
    "n=http://p:hidden@db2",
  ]) {
    expect(() => parseServers(text)).toThrow(/DATABASE_SERVERS reads|mysql:\/\//);
    expect(() => parseServers(text)).not.toThrow("hidden");
  }
  expect(() => parseServers("n=mysql://a@b n=mysql://a@c")).toThrow("twice");
});
