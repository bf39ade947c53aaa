import { findDriverError } from "@storehouse/db";
import type { Session } from "../provision/open-session.ts";
import { isStepDone, mayBeDone } from "./is-step-done.ts";
import type { Migration, MigrationStep } from "./migration-files.ts";

const QUOTED_MAX = 200;

/** A step that could not be done. The message holds names, no data: the server's words are in the cause. */
export class MigrationFailed extends Error {
  constructor(step: MigrationStep, reason: string, cause?: unknown) {
    super(`${step.id} ${reason}: ${step.sql.replaceAll(/\s+/g, " ").slice(0, QUOTED_MAX)}`, { cause });
    this.name = "MigrationFailed";
  }
}

const LEDGER = `CREATE TABLE IF NOT EXISTS \`schema_migrations\` (
  \`id\` varchar(120) NOT NULL,
  \`checksum\` varchar(64) character set utf8mb4 collate utf8mb4_bin NOT NULL,
  \`applied_at\` datetime(3) NOT NULL,
  CONSTRAINT \`schema_migrations_id\` PRIMARY KEY(\`id\`)
)`;

/**
 * Brings the session's database up to the last migration and returns how many steps were run. DDL commits by itself, so
 * each statement is recorded as it is done, and a run that was killed goes on where it stopped.
 */
export async function runMigrations(
  session: Session,
  migrations: readonly Migration[],
  onStep: (step: MigrationStep) => void = () => undefined,
): Promise<number> {
  await session.run(LEDGER);
  const recorded = await readLedger(session);
  let count = 0;
  for (const step of migrations.flatMap((migration) => migration.steps)) {
    const checksum = recorded.get(step.id);
    if (checksum !== undefined && checksum !== step.checksum) {
      throw new MigrationFailed(step, "was changed after it had run here");
    }
    if (checksum !== undefined) continue;
    onStep(step);
    await runStep(session, step);
    await recordSteps(session, [step]);
    count += 1;
  }
  return count;
}

/** Writes steps into the ledger without running them: a database made from the snapshot holds their effect. */
export async function recordSteps(session: Session, steps: readonly MigrationStep[]): Promise<void> {
  const rows = steps.map(() => "(?, ?, utc_timestamp(3))").join(", ");
  const values = steps.flatMap(({ id, checksum }) => [id, checksum]);
  await session.run(
    `insert into schema_migrations (id, checksum, applied_at) values ${rows} on duplicate key update id = id`,
    values,
  );
}

async function readLedger(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await session.rows<{ id: string; checksum: string }>("select id, checksum from schema_migrations");
  return new Map(rows.map(({ id, checksum }) => [id, checksum]));
}

async function runStep(session: Session, step: MigrationStep): Promise<void> {
  try {
    await session.run(step.sql);
  } catch (error) {
    const isDone = mayBeDone(findDriverError(error)?.errno ?? 0) && (await isStepDone(session, step.sql));
    if (!isDone) throw new MigrationFailed(step, "failed", error);
  }
}
