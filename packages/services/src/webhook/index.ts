export type { EventBook } from "./event-book.ts";
export { createWebhook } from "./create-webhook.ts";
export {
  type DeliveryEndpoint,
  deliverWebhooks,
  type DueDelivery,
  type SendWebhook,
  type WebhookOutcome,
} from "./deliver-webhooks.ts";
export { getDelivery } from "./get-delivery.ts";
export { listDeliveries } from "./list-deliveries.ts";
export { listWebhooks } from "./list-webhooks.ts";
export { nextWebhookDue } from "./next-webhook-due.ts";
export type { WebhookPorts } from "./ports.ts";
export { removeWebhook } from "./remove-webhook.ts";
export { replayDelivery, replaySince } from "./replay-deliveries.ts";
export { rotateWebhook } from "./rotate-webhook.ts";
export { testWebhook } from "./test-webhook.ts";
export { tidyWebhooks } from "./tidy-webhooks.ts";
export { updateWebhook } from "./update-webhook.ts";
