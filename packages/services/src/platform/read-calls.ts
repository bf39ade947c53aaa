import { and, type AnyColumn, type CentralDb, gte, inArray, sql } from "@storehouse/db";
import { factoryCalls } from "@storehouse/db/central";
import { quantileOf } from "@storehouse/domain";

/** The calls of the last hour: how many, how many failed by our fault, and what 95 of 100 stayed within. */
export type CallFigures = Readonly<{ calls: number; failed: number; p95Ms: number | null }>;

const HOUR_MS = 3_600_000;
/** Which part of the calls stays within the figure shown. */
export const P95 = 0.95;
export const NO_CALLS: CallFigures = { calls: 0, failed: 0, p95Ms: null };

const { step0, step1, step2, step3, step4, step5, step6, step7, step8, step9 } = factoryCalls;
/** The counts of calls by how long they took, from the shortest on. */
export const durationSteps = [step0, step1, step2, step3, step4, step5, step6, step7, step8, step9];
const total = (column: AnyColumn) => sql`coalesce(sum(${column}), 0)`.mapWith(Number);
const SUMS = {
  calls: total(factoryCalls.calls),
  failed: total(factoryCalls.failed),
  ...(Object.fromEntries(durationSteps.map((column, at) => [`s${at}`, total(column)])) as Record<
    `s${number}`,
    ReturnType<typeof total>
  >),
};

/** The figures of some factories, by id; those without a call are left out. */
export async function readCallsOf(
  central: CentralDb,
  factoryIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, CallFigures>> {
  if (factoryIds.length === 0) return new Map();
  const rows = await central
    .select({ factoryId: factoryCalls.factoryId, ...SUMS })
    .from(factoryCalls)
    .where(and(inArray(factoryCalls.factoryId, [...factoryIds]), gte(factoryCalls.slotAt, hourBefore(now))))
    .groupBy(factoryCalls.factoryId);
  return new Map(rows.map(({ factoryId, ...sums }) => [factoryId, figuresOf(sums)]));
}

/** The figures of all factories together, or of those named. */
export async function readCalls(
  central: CentralDb,
  factoryIds: ReadonlySet<string> | null,
  now: Date,
): Promise<CallFigures> {
  if (factoryIds?.size === 0) return NO_CALLS;
  const isTheirs = factoryIds === null ? undefined : inArray(factoryCalls.factoryId, [...factoryIds]);
  const [sums] = await central
    .select(SUMS)
    .from(factoryCalls)
    .where(and(gte(factoryCalls.slotAt, hourBefore(now)), isTheirs));
  return sums === undefined ? NO_CALLS : figuresOf(sums);
}

/** From when on calls are of the last hour. */
export const hourBefore = (now: Date): Date => new Date(now.getTime() - HOUR_MS);

function figuresOf({ calls, failed, ...steps }: Readonly<Record<string, number>>): CallFigures {
  const counts = durationSteps.map((_, at) => steps[`s${at}`] ?? 0);
  return { calls: calls ?? 0, failed: failed ?? 0, p95Ms: quantileOf(counts, P95) };
}
