import {
  fail,
  type ListSideCopiesInput,
  type Page,
  type SideCopyByIdInput,
  type SideCopyRow,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import type { BackupPorts } from "./backup-ports.ts";

/** The factory's side copies, latest first, those that are gone included. */
export function listSideCopies(
  ctx: TenantContext,
  backups: BackupPorts,
  input: ListSideCopiesInput,
): Promise<Page<SideCopyRow>> {
  authorize(ctx, "backups.read");
  return backups.copies.list(input);
}

/** One side copy: where it stands and how far it is. Throws NOT_FOUND. */
export async function getSideCopy(
  ctx: TenantContext,
  backups: BackupPorts,
  { id }: SideCopyByIdInput,
): Promise<SideCopyRow> {
  authorize(ctx, "backups.read");
  return (await backups.copies.find(id)) ?? fail({ code: "NOT_FOUND", entity: "sideCopy", id });
}
