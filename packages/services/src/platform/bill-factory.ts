import type { ChangePlanInput, ExtendTrialInput, RecordPaymentInput } from "@storehouse/domain";
import { findFactoryRow } from "./get-factory.ts";
import { actorName, authorizeOperator, type PlatformContext } from "./platform-context.ts";
import type { PlatformPorts } from "./platform-ports.ts";

type Nothing = Record<string, never>;

/** Puts a factory on another plan; what it has beyond the new limits stays. Throws NOT_FOUND, INVALID for a plan that is not there. */
export async function changePlan(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId, plan }: ChangePlanInput,
): Promise<Nothing> {
  authorizeOperator(ctx, "factories.bill");
  const { dbName } = await findFactoryRow(ctx, factoryId);
  await ports.setPlan(dbName, plan, actorName(ctx));
  ports.closeFactory(factoryId);
  return {};
}

/** Writes down that a factory is paid for until a moment; one shut for want of payment is open again. Sent twice, it is written once. Throws NOT_FOUND, INVALID. */
export async function recordPaymentOf(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId, paidUntil, reference }: RecordPaymentInput,
): Promise<Nothing> {
  authorizeOperator(ctx, "factories.bill");
  await findFactoryRow(ctx, factoryId);
  const payment = { until: new Date(paidUntil), reference, now: ctx.now(), actor: actorName(ctx) };
  await ports.recordPayment(factoryId, payment);
  ports.closeFactory(factoryId);
  return {};
}

/** Lets a trial go on until a moment, or begin anew. Sent twice, it is written once. Throws NOT_FOUND, INVALID. */
export async function extendTrialOf(
  ctx: PlatformContext,
  ports: PlatformPorts,
  { factoryId, endsAt }: ExtendTrialInput,
): Promise<Nothing> {
  authorizeOperator(ctx, "factories.bill");
  await findFactoryRow(ctx, factoryId);
  await ports.extendTrial(factoryId, { until: new Date(endsAt), now: ctx.now(), actor: actorName(ctx) });
  ports.closeFactory(factoryId);
  return {};
}
