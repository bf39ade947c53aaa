import { createTestTenant, isRefused, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { archiveLocation, createLocation, getLocation, listLocations, updateLocation } from "./index.ts";

const place = (name: string, siteId: string | null = null) => ({ name, type: "STORE" as const, siteId });

test("a place may belong to a site, and no deeper", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [site, shelf, third] = [v7(), v7(), v7()];
  await createLocation(ctx, { id: site, ...place("Site") });
  await createLocation(ctx, { id: shelf, ...place("Shelf", site) });
  expect(await getLocation(ctx, { id: shelf })).toMatchObject({ siteId: site, siteName: "Site" });

  const refusal = { failure: { code: "INVALID", field: "siteId" } };
  await expect(createLocation(ctx, { id: third, ...place("Box", shelf) })).rejects.toMatchObject(refusal);
  await expect(createLocation(ctx, { id: third, ...place("Box", third) })).rejects.toMatchObject(refusal);
  await expect(updateLocation(ctx, { id: site, version: 1, ...place("Site", site) })).rejects.toMatchObject(refusal);
  await createLocation(ctx, { id: third, ...place("Other site") });
  await expect(updateLocation(ctx, { id: site, version: 1, ...place("Site", third) })).rejects.toMatchObject(refusal);
  await expect(createLocation(ctx, { id: v7(), ...place("Lost", v7()) })).rejects.toMatchObject({
    failure: { code: "NOT_FOUND", entity: "location", field: "siteId" },
  });
});

test("two changes at once can't build a second level together", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [a, b, c] = [v7(), v7(), v7()];
  for (const [id, name] of [
    [a, "A"],
    [b, "B"],
    [c, "C"],
  ] as const)
    await createLocation(ctx, { id, ...place(name) });
  const outcomes = await Promise.allSettled([
    updateLocation(ctx, { id: a, version: 1, ...place("A", b) }),
    updateLocation(ctx, { id: b, version: 1, ...place("B", c) }),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("INVALID"))).toHaveLength(1);
});

test("an archived site takes no new places, but keeps those it has", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [site, shelf] = [v7(), v7()];
  await createLocation(ctx, { id: site, ...place("Site") });
  await createLocation(ctx, { id: shelf, ...place("Shelf", site) });
  await archiveLocation(ctx, { id: site, version: 1, isArchived: true });
  await expect(createLocation(ctx, { id: v7(), ...place("Late", site) })).rejects.toMatchObject({
    failure: { code: "ARCHIVED", field: "siteId" },
  });
  expect(await updateLocation(ctx, { id: shelf, version: 1, ...place("Shelf 1", site) })).toEqual({ version: 2 });
});

test("a place is archived only when nothing is left there", async () => {
  await using tenant = await createTestTenant();
  const full = await tenant.location("Full");
  const empty = await tenant.location("Empty");
  await tenant.product({ onHand: 5, locationId: full });
  const outcomes = await times(2, () => archiveLocation(tenant.ctx(), { id: full, version: 1, isArchived: true }));
  expect(outcomes.filter(isRefused("IN_USE"))).toHaveLength(2);
  await expect(archiveLocation(tenant.ctx(), { id: full, version: 1, isArchived: true })).rejects.toMatchObject({
    failure: { code: "IN_USE", entity: "location", by: "variant", count: 1 },
  });
  expect(await getLocation(tenant.ctx(), { id: full })).toMatchObject({ isArchived: false, version: 1 });
  expect(await archiveLocation(tenant.ctx(), { id: empty, version: 1, isArchived: true })).toEqual({ version: 2 });
});

test("the list can be kept to one kind of place", async () => {
  await using tenant = await createTestTenant();
  await createLocation(tenant.ctx(), { id: v7(), ...place("Shop") });
  await createLocation(tenant.ctx(), { id: v7(), ...place("Bin"), type: "SCRAP" });
  const { rows } = await listLocations(tenant.ctx(), { search: null, type: "SCRAP", isArchived: false, limit: 50 });
  expect(rows.map(({ name }) => name)).toEqual(["Bin"]);
});
