import { type CentralDb, centralTransaction, sql } from "@storehouse/db";
import { factoryCalls, factoryFigures } from "@storehouse/db/central";

/** The calls of a factory that one process counted in one slot of five minutes; `steps` by duration, as the domain's steps. */
export type CountedCalls = Readonly<{
  factoryId: string;
  slotAt: Date;
  calls: number;
  failed: number;
  steps: readonly number[];
  lastAt: Date;
}>;

const AT_ONCE = 200;

/** Adds what a process has counted to what others have: the rows hold the sum, whatever the number of processes. */
export async function addCalls(central: CentralDb, counted: readonly CountedCalls[]): Promise<void> {
  // In one order everywhere: two processes that add at once wait for each other instead of locking each other out.
  const sorted = [...counted].sort((a, b) => compare(keyOf(a), keyOf(b)));
  for (let at = 0; at < sorted.length; at += AT_ONCE) await addSome(central, sorted.slice(at, at + AT_ONCE));
}

async function addSome(central: CentralDb, counted: readonly CountedCalls[]): Promise<void> {
  const added = (column: (typeof SUMMED)[number]) => sql`${factoryCalls[column]} + values(${factoryCalls[column]})`;
  await centralTransaction(central, async (tx) => {
    await tx
      .insert(factoryCalls)
      .values(counted.map(rowOf))
      .onDuplicateKeyUpdate({ set: Object.fromEntries(SUMMED.map((column) => [column, added(column)])) });
    const { lastActiveAt } = factoryFigures;
    await tx
      .insert(factoryFigures)
      .values(counted.map(({ factoryId, lastAt }) => ({ factoryId, lastActiveAt: lastAt })))
      .onDuplicateKeyUpdate({
        set: {
          lastActiveAt: sql`greatest(coalesce(${lastActiveAt}, values(${lastActiveAt})), values(${lastActiveAt}))`,
        },
      });
  });
}

const SUMMED = [
  "calls",
  "failed",
  "step0",
  "step1",
  "step2",
  "step3",
  "step4",
  "step5",
  "step6",
  "step7",
  "step8",
  "step9",
] as const;

function rowOf({ factoryId, slotAt, calls, failed, steps }: CountedCalls) {
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0, s9 = 0] = steps;
  const counts = {
    step0: s0,
    step1: s1,
    step2: s2,
    step3: s3,
    step4: s4,
    step5: s5,
    step6: s6,
    step7: s7,
    step8: s8,
    step9: s9,
  };
  return { factoryId, slotAt, calls, failed, ...counts };
}

const keyOf = ({ factoryId, slotAt }: CountedCalls): string => `${factoryId}/${slotAt.toISOString()}`;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
