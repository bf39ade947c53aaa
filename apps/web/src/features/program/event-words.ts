import { TEST_EVENT, type WebhookEvent } from "@storehouse/domain";

/** When a program is told, in words: each goes on after "when". */
export const EVENT_WORDS: Readonly<Record<WebhookEvent, string>> = {
  "entry.posted": "stock is booked in, out or moved",
  "entry.corrected": "an entry is put right",
  "entry.reversed": "an entry is undone",
  "making.done": "something is made",
  "alert.raised": "an alert is raised",
  "alert.resolved": "an alert has ended",
  "product.created": "a product is added",
  "product.changed": "a product changes",
  "variant.created": "a variant is added",
  "variant.changed": "a variant changes",
  "location.created": "a place is added",
  "location.changed": "a place changes",
  "subcategory.created": "a subcategory is added",
  "subcategory.changed": "a subcategory changes",
  "supplier.created": "a supplier is added",
  "supplier.changed": "a supplier changes",
  "unit.created": "a unit is added",
  "formula.created": "a formula is added",
  "formula.changed": "a formula changes",
};

/** The events as a form shows them. */
export const EVENT_GROUPS: readonly Readonly<{ title: string; events: readonly WebhookEvent[] }>[] = [
  { title: "Stock", events: ["entry.posted", "entry.corrected", "entry.reversed", "making.done"] },
  { title: "Alerts", events: ["alert.raised", "alert.resolved"] },
  { title: "Products", events: ["product.created", "product.changed", "variant.created", "variant.changed"] },
  {
    title: "Everything else",
    events: [
      "location.created",
      "location.changed",
      "subcategory.created",
      "subcategory.changed",
      "supplier.created",
      "supplier.changed",
      "unit.created",
      "formula.created",
      "formula.changed",
    ],
  },
];

const KNOWN: Readonly<Record<string, string>> = { ...EVENT_WORDS, [TEST_EVENT]: "a trial" };

/** An event as a line of the log names it. */
export function eventText(event: string): string {
  const words = KNOWN[event] ?? event;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Some events in few words. */
export function eventsText(events: readonly WebhookEvent[]): string {
  const [first] = events;
  if (first === undefined) return "nothing";
  const all = EVENT_GROUPS.reduce((sum, group) => sum + group.events.length, 0);
  if (events.length === all) return "everything";
  return events.length === 1 ? EVENT_WORDS[first] : `${EVENT_WORDS[first]}, and ${events.length - 1} more`;
}
