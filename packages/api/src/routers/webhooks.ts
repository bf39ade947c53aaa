import {
  ByIdInput,
  CreateWebhookInput,
  ListDeliveriesInput,
  ListWebhooksInput,
  RemoveWebhookInput,
  ReplayDeliveryInput,
  ReplaySinceInput,
  RotateWebhookInput,
  TestWebhookInput,
  UpdateWebhookInput,
} from "@storehouse/domain";
import {
  createWebhook,
  getDelivery,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  replayDelivery,
  replaySince,
  rotateWebhook,
  testWebhook,
  updateWebhook,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** Where programs are told of what happens, and what became of it (docs/webhooks.md). */
export const webhooksRouter = router({
  /** The factory's endpoints, the oldest first, each with how its receiver does, a page at a time. */
  list: tenantProcedure("webhooks.read")
    .input(ListWebhooksInput)
    .query(({ ctx, input }) => listWebhooks(ctx.tenant, input)),
  /** Adds an endpoint; only this answer holds its secret. Throws INVALID for an address that may not be told, LIMIT_REACHED, KEY_REUSED. */
  create: tenantProcedure("webhooks.create")
    .input(CreateWebhookInput)
    .mutation(({ ctx, input }) => createWebhook(ctx.tenant, ctx.accounts, input)),
  /** Changes an endpoint from the version named, or turns it off or on. Throws NOT_FOUND, STALE, INVALID. */
  update: tenantProcedure("webhooks.update")
    .input(UpdateWebhookInput)
    .mutation(({ ctx, input }) => updateWebhook(ctx.tenant, ctx.accounts, input)),
  /** Gives it a new secret; for a day the one before signs as well. Throws NOT_FOUND, STALE. */
  rotateSecret: tenantProcedure("webhooks.update")
    .input(RotateWebhookInput)
    .mutation(({ ctx, input }) => rotateWebhook(ctx.tenant, ctx.accounts, input)),
  /** Sends it an event that stands for nothing. Throws NOT_FOUND, WRONG_STATE where it is off. */
  test: tenantProcedure("webhooks.replay")
    .input(TestWebhookInput)
    .mutation(({ ctx, input }) => testWebhook(ctx.tenant, input)),
  /** What was sent and is to be sent, the latest first, filtered, a page at a time. */
  deliveries: tenantProcedure("webhooks.read")
    .input(ListDeliveriesInput)
    .query(({ ctx, input }) => listDeliveries(ctx.tenant, input)),
  /** One delivery with the text that was sent and every answer. Throws NOT_FOUND. */
  delivery: tenantProcedure("webhooks.read")
    .input(ByIdInput)
    .query(({ ctx, input }) => getDelivery(ctx.tenant, input)),
  /** Sends a delivery's event again. Throws NOT_FOUND, WRONG_STATE where the endpoint is off. */
  replay: tenantProcedure("webhooks.replay")
    .input(ReplayDeliveryInput)
    .mutation(({ ctx, input }) => replayDelivery(ctx.tenant, input)),
  /** Sends an endpoint again what happened since a moment. Throws NOT_FOUND, WRONG_STATE where it is off. */
  replaySince: tenantProcedure("webhooks.replay")
    .input(ReplaySinceInput)
    .mutation(({ ctx, input }) => replaySince(ctx.tenant, input)),
  /** Takes an endpoint away for good. Throws NOT_FOUND. */
  remove: tenantProcedure("webhooks.remove")
    .input(RemoveWebhookInput)
    .mutation(({ ctx, input }) => removeWebhook(ctx.tenant, input)),
});
