import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScratchInstallation, type ScratchInstallation } from "./provision/scratch-installation.ts";
import { usageShelf } from "./usage-shelf.ts";

let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterAll(() => here.drop());

test("a day that is measured again takes the place of what was there, and keeps a size that is not known any more", async () => {
  const [own, other] = [usageShelf(here.web.db, v7()), usageShelf(here.web.db, v7())];
  const at = "2026-03-03T02:31:00.000Z";
  const day = {
    day: "2026-03-02",
    logins: 1,
    people: 1,
    writes: 2,
    entries: 3,
    databaseBytes: 5_000_000_000,
    measuredAt: at,
  };
  const later = { ...day, day: "2026-03-03", databaseBytes: null };
  await Promise.all([own.save([day, later]), own.save([day, later])]);
  await own.save([{ ...day, writes: 9, databaseBytes: null }]);
  expect(await own.since("2026-03-01")).toEqual([{ ...day, writes: 9 }, later]);
  expect(await own.since("2026-03-03")).toEqual([later]);
  expect(await other.since("2026-03-01")).toEqual([]);
  await other.save([]);
});
