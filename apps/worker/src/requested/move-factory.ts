import { BackupFailed, moveFactory, type MovePoint } from "@storehouse/backup";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import { JobRefused, type Requested } from "./requested.ts";

type Settings = Readonly<{
  backup: BackupSettings;
  closingMs?: number | undefined;
  onMovePoint?: ((point: MovePoint) => void) | undefined;
}>;

/** Moves a factory to another database server. What it refuses, or gives up, has left the factory open where it was. */
export const moveFactoryBy = ({ backup, closingMs, onMovePoint: onPoint }: Settings): Requested => ({
  kind: "factory.move",
  run: async (context, { id, factoryId, payload: { server }, requestedBy }) => {
    if (factoryId === null || typeof server !== "string") throw new JobRefused("No factory or no server was named.");
    const { tenancy, reach, signal, log } = context;
    const wish = { id, factoryId, toServer: server, requestedBy };
    try {
      const onStep = (step: string): Promise<void> => reach(step);
      return await moveFactory(backupContext(context, backup), wish, { signal, onStep, onPoint, closeMs: closingMs });
    } catch (error) {
      if (!(error instanceof BackupFailed)) throw error;
      log.warn({ error: error.cause ?? error }, "a factory was not moved");
      throw new JobRefused(error.message);
    } finally {
      tenancy.closeFactory(factoryId);
    }
  },
});
