import { dropAllCopies, dropAllMoved, removeAllBackups } from "@storehouse/backup";
import { deleteFactory, type DeletePoint } from "@storehouse/tenancy/provision";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import { JobRefused, type Requested } from "./requested.ts";

type Settings = Readonly<{ backup: BackupSettings; onDeletePoint?: ((point: DeletePoint) => void) | undefined }>;

/** Deletes an archived factory whose name somebody typed, once its days are over: looked at again here, whoever asked. */
export const deleteFactoryBy = ({ backup, onDeletePoint }: Settings): Requested => ({
  kind: "factory.delete",
  run: async (context, { factoryId, payload: { typedName } }) => {
    if (factoryId === null || typeof typedName !== "string") throw new JobRefused("No factory was named.");
    let backups = 0;
    await deleteFactory(context.provisioner, {
      factoryId,
      typedName,
      removeFiles: async () => {
        const ctx = backupContext(context, backup);
        await dropAllCopies(ctx, factoryId);
        await dropAllMoved(ctx, factoryId);
        backups = await removeAllBackups(ctx, factoryId);
      },
      ...(onDeletePoint && { onPoint: onDeletePoint }),
    });
    context.tenancy.closeFactory(factoryId);
    return { backups };
  },
});
