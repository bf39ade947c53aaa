import { and, type CentralDb, eq, inArray, isNull, lt, or } from "@storehouse/db";
import { sideCopies } from "@storehouse/db/central";
import { dropSideDatabase } from "@storehouse/tenancy/provision";
import type { BackupContext } from "../backup-context.ts";
import { contextOf } from "../run/context-of.ts";
import { withLease } from "../run/with-lease.ts";
import { changeCopy, type CopyRecord, findCopy, NOW } from "./copy-rows.ts";
import { removeBrought } from "./copy-source.ts";
import { type CopyTended, restoreCopy } from "./restore-copy.ts";
import { switchCopy, type SwitchOptions, tidySwitched } from "./switch-copy.ts";

const MOVING = ["REQUESTED", "RESTORING", "SWITCHING", "DROPPING"] as const;
const isOver = and(inArray(sideCopies.state, ["READY", "AWAITING"]), lt(sideCopies.expiresAt, NOW));
const isUntidy = and(eq(sideCopies.state, "SWITCHED"), isNull(sideCopies.endedAt));

/** The side copies that something is to be done with: asked for, cut off, to be removed, or out of their time. */
export async function listMovingCopies(central: CentralDb, limit: number): Promise<readonly string[]> {
  const rows = await central
    .select({ id: sideCopies.id })
    .from(sideCopies)
    .where(or(inArray(sideCopies.state, [...MOVING]), isOver, isUntidy))
    .orderBy(sideCopies.requestedAt)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Does what is to be done with a side copy, or goes on where a killed process stopped; undefined when another is at it. */
export async function tendCopy(
  shared: BackupContext,
  id: string,
  options: SwitchOptions = {},
): Promise<CopyTended | undefined> {
  const { central } = shared.tenancy;
  return withLease(central, { name: `copy:${id}`, waitMs: 0 }, async (signal) => {
    const row = await findCopy(central, id);
    if (row === undefined) return { outcome: "later" };
    const ctx = await contextOf(shared, row.factoryId);
    if (row.state === "REQUESTED" || row.state === "RESTORING") return restoreCopy(ctx, row, signal);
    if (row.state === "SWITCHING") return switchCopy(ctx, row, { ...options, signal });
    if (row.state !== "SWITCHED") return dropCopy(ctx, row);
    const factory = await ctx.tenancy.findFactoryById(row.factoryId);
    await removeBrought(ctx, row);
    await tidySwitched(ctx, { factoryId: row.factoryId, dbName: factory?.dbName ?? "", copyId: id });
    return { outcome: "switched" };
  });
}

/** Removes a side copy that was closed or is out of its time. */
async function dropCopy(ctx: BackupContext, row: CopyRecord): Promise<CopyTended> {
  const { id } = row;
  const { central } = ctx.tenancy;
  // Nobody opens it from here on.
  const over = { id, states: ["READY", "AWAITING"] } as const;
  if (row.state !== "DROPPING") await changeCopy(central, over, { state: "DROPPING", step: null });
  if ((await findCopy(central, id))?.state !== "DROPPING") return { outcome: "later" };
  await dropSideDatabase(ctx.provisioner, id);
  await removeBrought(ctx, row);
  const nobody = { dbUser: null, secret: null, secretKeyId: null };
  await changeCopy(central, { id, states: ["DROPPING"] }, { state: "DROPPED", ...nobody, endedAt: NOW });
  return { outcome: "dropped" };
}
