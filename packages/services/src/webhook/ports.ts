import type { WebhookReach } from "@storehouse/domain";
import type { Locked } from "../sign-in/ports.ts";

/** What the use cases of webhooks need and may not import: the source and the lock of secrets, and what this installation lets them reach. */
export type WebhookPorts = Readonly<{
  /** A new secret of an endpoint: the text to hand out once, and what is stored of it. */
  newWebhookSecret: (endpointId: string) => Readonly<{ secret: string; locked: Locked }>;
  webhookReach: WebhookReach;
}>;
