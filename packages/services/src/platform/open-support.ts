import type { OpenSupportInput } from "@storehouse/domain";
import { findFactoryRow } from "./get-factory.ts";
import { authorizeOperator, type PlatformContext } from "./platform-context.ts";

/** Opens a factory that has let support in, to look and no more. Throws NOT_FOUND, SUPPORT_CLOSED without a grant that stands. */
export async function openSupport(
  ctx: PlatformContext,
  enter: (factoryId: string) => Promise<void>,
  { factoryId }: OpenSupportInput,
): Promise<Record<string, never>> {
  authorizeOperator(ctx, "support.open");
  await findFactoryRow(ctx, factoryId);
  await enter(factoryId);
  return {};
}
