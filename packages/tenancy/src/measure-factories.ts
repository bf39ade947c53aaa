import { centralTransaction, inArray, sql } from "@storehouse/db";
import { factories, factoryFigures } from "@storehouse/db/central";
import type { Provisioner } from "./provision/open-provisioner.ts";

const AT_ONCE = 500;

/** Asks the server how much room each factory's database takes and writes it down. Reads nothing of what they hold. Returns how many were measured. */
export async function measureFactories(provisioner: Provisioner): Promise<number> {
  const sizes = await readSizes(provisioner);
  const living = await provisioner.central
    .select({ factoryId: factories.id, dbName: factories.dbName })
    .from(factories)
    .where(inArray(factories.state, ["READY", "SUSPENDED"]));
  const measuredAt = sql`utc_timestamp(3)`;
  const rows = living.flatMap(({ factoryId, dbName }) => {
    const sizeBytes = sizes.get(dbName);
    return sizeBytes === undefined ? [] : [{ factoryId, sizeBytes, measuredAt }];
  });
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const { sizeBytes } = factoryFigures;
    await centralTransaction(provisioner.central, (tx) =>
      tx
        .insert(factoryFigures)
        .values(rows.slice(at, at + AT_ONCE))
        .onDuplicateKeyUpdate({ set: { sizeBytes: sql`values(${sizeBytes})`, measuredAt } }),
    );
  }
  return rows.length;
}

/** Of every server that answers: one that is away is measured the next time. */
async function readSizes(provisioner: Provisioner): Promise<ReadonlyMap<string, number>> {
  const all = await Promise.allSettled(provisioner.serverNames.map((name) => readSizesAt(provisioner.at(name))));
  const failed = all.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected" && all.length === 1) throw failed.reason;
  return new Map(all.flatMap((one) => (one.status === "fulfilled" ? one.value : [])));
}

async function readSizesAt(server: Provisioner): Promise<[string, number][]> {
  const session = await server.openSession();
  try {
    const rows = await session.rows<{ name: string; size: number | string | null }>(
      "select table_schema as name, sum(data_length + index_length) as size from information_schema.tables group by table_schema",
    );
    return rows.map(({ name, size }) => [name, Number(size ?? 0)]);
  } finally {
    await session.close();
  }
}
