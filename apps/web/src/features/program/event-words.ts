import { TEST_EVENT, type WebhookEvent } from "@storehouse/domain";
import { t, wordsOf } from "../../language/t.ts";

/** When a program is told, in words: each goes on after "when". */
export const EVENT_WORDS: Readonly<Record<WebhookEvent, string>> = wordsOf({
  "entry.posted": "program.entryPosted",
  "entry.corrected": "program.entryCorrected",
  "entry.reversed": "program.entryReversed",
  "making.done": "program.makingDone",
  "alert.raised": "program.alertRaised",
  "alert.resolved": "program.alertResolved",
  "product.created": "program.productCreated",
  "product.changed": "program.productChanged",
  "variant.created": "program.variantCreated",
  "variant.changed": "program.variantChanged",
  "location.created": "program.locationCreated",
  "location.changed": "program.locationChanged",
  "subcategory.created": "program.subcategoryCreated",
  "subcategory.changed": "program.subcategoryChanged",
  "supplier.created": "program.supplierCreated",
  "supplier.changed": "program.supplierChanged",
  "unit.created": "program.unitCreated",
  "formula.created": "program.formulaCreated",
  "formula.changed": "program.formulaChanged",
});

/** What the groups of events are called. */
export const GROUP_WORDS = wordsOf({
  stock: "program.stock",
  alerts: "program.alerts",
  products: "program.products",
  others: "program.everythingElse",
});

/** The events as a form shows them. */
export const EVENT_GROUPS: readonly Readonly<{ name: keyof typeof GROUP_WORDS; events: readonly WebhookEvent[] }>[] = [
  { name: "stock", events: ["entry.posted", "entry.corrected", "entry.reversed", "making.done"] },
  { name: "alerts", events: ["alert.raised", "alert.resolved"] },
  { name: "products", events: ["product.created", "product.changed", "variant.created", "variant.changed"] },
  {
    name: "others",
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

/** An event as a line of the log names it. */
export function eventText(event: string): string {
  const known: Readonly<Record<string, string>> = EVENT_WORDS;
  const words = event === TEST_EVENT ? t("program.aTrial") : (known[event] ?? event);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Some events in few words. */
export function eventsText(events: readonly WebhookEvent[]): string {
  const [first] = events;
  if (first === undefined) return t("program.nothing");
  const all = EVENT_GROUPS.reduce((sum, group) => sum + group.events.length, 0);
  if (events.length === all) return t("program.everything");
  return events.length === 1
    ? EVENT_WORDS[first]
    : t("program.andMore", { first: EVENT_WORDS[first], more: String(events.length - 1) });
}
