import { v7 } from "uuid";
import type { Population } from "./populate.ts";
import type { SampleCall } from "./sample-calls.ts";

/** A sample of every procedure of webhooks. */
export function webhookCalls({ webhookId, deliveryId }: Population): Record<string, SampleCall> {
  const content = { url: "https://example.com/hook", description: "", events: ["entry.posted"] };
  const missing = (input: unknown): SampleCall => ({ input, foreign: "missing" });
  return {
    "webhooks.list": { input: { limit: 5 }, foreign: "own" },
    "webhooks.create": { input: { ...content, id: v7() }, foreign: "own" },
    "webhooks.update": missing({ ...content, version: 1, id: webhookId, isActive: true }),
    "webhooks.rotateSecret": missing({ version: 1, id: webhookId }),
    "webhooks.remove": missing({ id: webhookId }),
    "webhooks.test": missing({ id: webhookId, deliveryId: v7() }),
    "webhooks.deliveries": { input: { limit: 5, webhookId, event: "webhook.test" }, foreign: "empty" },
    "webhooks.delivery": missing({ id: deliveryId }),
    "webhooks.replay": missing({ id: deliveryId, replayId: v7() }),
    "webhooks.replaySince": missing({ id: webhookId, since: "2026-01-01T00:00:00Z", replayId: v7() }),
  };
}
