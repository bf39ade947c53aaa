import { z } from "zod";
import { Id, Moment, optionalLine, Version } from "../fields.ts";
import { PageInput } from "../page.ts";
import { SENT_EVENTS, WEBHOOK_EVENTS, type WebhookEvent } from "./event.ts";

/** How many endpoints a factory has at the most: each change is written once for every one that hears of it. */
export const WEBHOOKS_MAX = 20;

/** How many deliveries one replay brings at the most. */
export const REPLAY_MAX = 2_000;

/** How long what happened and how it was delivered is kept. */
export const WEBHOOK_KEPT_DAYS = 30;

/** How long the secret before goes on to sign beside the new one. */
export const SECRET_OVERLAP_HOURS = 24;

// Which addresses will do is the verb's to say: it knows whether this is development.
const Address = z
  .string({ error: "TEXT_EXPECTED" })
  .trim()
  .min(1, "REQUIRED")
  .max(500, "TOO_LONG")
  .refine((text) => URL.canParse(text), "URL_INVALID");

/** What a person says of an endpoint: where it is, what it is for, which events it hears of. */
export const WebhookContent = z.strictObject({
  url: Address,
  description: optionalLine(200),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1, "REQUIRED")
    .max(WEBHOOK_EVENTS.length, "TOO_MANY")
    .transform((chosen) => WEBHOOK_EVENTS.filter((event) => chosen.includes(event))),
});
export type WebhookContent = z.infer<typeof WebhookContent>;

export const CreateWebhookInput = WebhookContent.extend({ id: Id });
export type CreateWebhookInput = z.infer<typeof CreateWebhookInput>;

/** A new endpoint. `secret` is shown this once: sent again, the request is answered without it. */
export type CreatedWebhook = Readonly<{ id: string; secret: string | null }>;

export const UpdateWebhookInput = WebhookContent.extend({ id: Id, version: Version, isActive: z.boolean() });
export type UpdateWebhookInput = z.infer<typeof UpdateWebhookInput>;

export const RotateWebhookInput = z.strictObject({ id: Id, version: Version });
export type RotateWebhookInput = z.infer<typeof RotateWebhookInput>;

/** A new secret, shown this once, and until when the one before goes on to sign as well. */
export type RotatedSecret = Readonly<{ version: number; secret: string; formerUntil: string }>;

export const RemoveWebhookInput = z.strictObject({ id: Id });
export type RemoveWebhookInput = z.infer<typeof RemoveWebhookInput>;

/** A trial: `deliveryId` is made by the client and names the delivery it brings. */
export const TestWebhookInput = z.strictObject({ id: Id, deliveryId: Id });
export type TestWebhookInput = z.infer<typeof TestWebhookInput>;

/** Sends one delivery's event again; `replayId` is made by the client. */
export const ReplayDeliveryInput = z.strictObject({ id: Id, replayId: Id });
export type ReplayDeliveryInput = z.infer<typeof ReplayDeliveryInput>;

/** Sends again what an endpoint was told, or should have been, since a moment; `onlyFailed` leaves out what it took. */
export const ReplaySinceInput = z.strictObject({
  id: Id,
  since: Moment,
  replayId: Id,
  onlyFailed: z.boolean().default(false),
});
export type ReplaySinceInput = z.infer<typeof ReplaySinceInput>;

/** What a replay brought: how many deliveries wait, and whether there was more than one replay can bring. */
export type Replayed = Readonly<{ queued: number; isCut: boolean }>;

export const ListWebhooksInput = PageInput.strict();

/** PENDING until a receiver has taken it (DELIVERED) or it was tried so often that it is given up (DEAD). */
export const DELIVERY_STATES = ["PENDING", "DELIVERED", "DEAD"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The log of deliveries, the latest first. */
export const ListDeliveriesInput = PageInput.extend({
  webhookId: Id.optional(),
  state: z.enum(DELIVERY_STATES).optional(),
  event: z.enum(SENT_EVENTS).optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  /** The last N days, instead of a range. */
  days: z.number().int().min(1).max(3660).optional(),
}).strict();
export type ListDeliveriesInput = z.infer<typeof ListDeliveriesInput>;

/** An endpoint as lists show it, without its secret. Times are ISO strings. */
export type WebhookRow = Readonly<{
  id: string;
  url: string;
  description: string | null;
  events: readonly WebhookEvent[];
  isActive: boolean;
  version: number;
  /** Attempts in a row that came to nothing. */
  failures: number;
  failingSince: string | null;
  lastDeliveredAt: string | null;
  /** Set when it was turned off for failing too long. */
  disabledAt: string | null;
  /** Until when the secret before goes on to sign. */
  formerUntil: string | null;
  /** How many deliveries wait to be sent, counted up to a thousand. */
  waiting: number;
  madeBy: string;
  createdAt: string;
}>;

/** A delivery as the log lists it: what its last attempt came to. */
export type DeliveryRow = Readonly<{
  id: string;
  webhookId: string;
  url: string;
  /** The id that the receiver is shown: the same however often it is sent. */
  eventId: string;
  event: string;
  state: DeliveryState;
  attempts: number;
  isReplay: boolean;
  status: number | null;
  error: string | null;
  durationMs: number | null;
  createdAt: string;
  finishedAt: string | null;
  /** When it is tried next; null once it is over. */
  dueAt: string | null;
}>;

/** One try: what the receiver answered, its first bytes as text, or why there was no answer. */
export type DeliveryAttempt = Readonly<{
  number: number;
  at: string;
  status: number | null;
  error: string | null;
  durationMs: number;
  answer: string | null;
}>;

/** A delivery with what was sent and every attempt, the latest first. */
export type DeliveryDetail = DeliveryRow & Readonly<{ body: string; tries: readonly DeliveryAttempt[] }>;
