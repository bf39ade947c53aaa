import { MAIN_SERVER } from "@storehouse/domain";
import { type BackupContext, CENTRAL } from "../backup-context.ts";

/** The same on a server that is told by its name. Throws UNAVAILABLE for one that is not configured here. */
export const contextAt = (ctx: BackupContext, serverName: string): BackupContext => ({
  ...ctx,
  provisioner: serverName === ctx.provisioner.serverName ? ctx.provisioner : ctx.provisioner.at(serverName),
});

/** The same on the server that a subject's database is on: the installation's own for the central one. */
export async function contextOf(ctx: BackupContext, subject: string): Promise<BackupContext> {
  const factory = subject === CENTRAL ? undefined : await ctx.tenancy.findFactoryById(subject);
  return contextAt(ctx, factory?.server ?? MAIN_SERVER);
}
