/** What a program can be told of, in the words that the Programs page and the event's `type` use (docs/webhooks.md). */
export const WEBHOOK_EVENTS = [
  "entry.posted",
  "entry.corrected",
  "entry.reversed",
  "making.done",
  "alert.raised",
  "alert.resolved",
  "product.created",
  "product.changed",
  "variant.created",
  "variant.changed",
  "location.created",
  "location.changed",
  "subcategory.created",
  "subcategory.changed",
  "supplier.created",
  "supplier.changed",
  "unit.created",
  "formula.created",
  "formula.changed",
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent when somebody tries an endpoint; nobody chooses it. */
export const TEST_EVENT = "webhook.test";

/** Whatever is sent. */
export const SENT_EVENTS = [...WEBHOOK_EVENTS, TEST_EVENT] as const;

/** The form of what is sent: it rises when a field goes or changes its meaning, not when one is added. */
export const WEBHOOK_VERSION = 1;

const KNOWN: ReadonlySet<string> = new Set(WEBHOOK_EVENTS);

/** The event that a line of the audit log stands for, by the kind of its record and the procedure that wrote it; undefined when no program hears of it. */
export function eventOfAudit(entity: string, action: string): WebhookEvent | undefined {
  const event = `${entity}.${MAKING.test(action) ? "created" : "changed"}`;
  return KNOWN.has(event) ? (event as WebhookEvent) : undefined;
}

const MAKING = /\.(create|addVariant)$/;

/** The event that a posting is, by its kind: what undoes, corrects or makes is told as that. */
export function eventOfPosting(kind: string): WebhookEvent {
  return EVENT_OF_KIND[kind] ?? "entry.posted";
}

const EVENT_OF_KIND: Readonly<Record<string, WebhookEvent>> = {
  reversal: "entry.reversed",
  correction: "entry.corrected",
  manufacturing: "making.done",
};
