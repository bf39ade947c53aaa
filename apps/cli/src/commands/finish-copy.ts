import { fail, type SideCopyRow } from "@storehouse/domain";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { OPERATOR, type OwnBackups, waitUntil } from "./with-backups.ts";

type Wish = Readonly<{ id: string; isSwitch: boolean; print: (line: string) => void }>;

/** Waits until a side copy is there, and where it is wanted until it has taken the factory's place; returns the exit code. */
export async function finishCopy(own: OwnBackups, { id, isSwitch, print }: Wish): Promise<number> {
  const copy = await settled(own, id, ["REQUESTED", "RESTORING"]);
  print(lineOf(copy));
  if (copy.state !== "READY") return 1;
  if (!isSwitch) return 0;
  const { backups, central, factoryId } = own;
  await recordPlatformEvent(central, { actor: "operator", action: "backup.switch", factoryId, detail: { id } });
  await backups.copies.switchTo({ id, requestedBy: OPERATOR });
  const switched = await settled(own, id, ["SWITCHING"]);
  print(lineOf(switched));
  return switched.state === "SWITCHED" ? 0 : 1;
}

async function settled({ backups }: OwnBackups, id: string, moving: readonly string[]): Promise<SideCopyRow> {
  const seen = await waitUntil(
    () => backups.copies.find(id),
    (copy) => copy === undefined || !moving.includes(copy.state),
  );
  return seen ?? fail({ code: "NOT_FOUND", entity: "sideCopy", id });
}

const lineOf = ({ id, state, rowCount, reason }: SideCopyRow): string =>
  [id, state, `${rowCount ?? 0} rows`, reason ?? ""].join("\t").trimEnd();
