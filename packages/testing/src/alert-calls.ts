import { v7 } from "uuid";
import type { Population } from "./populate.ts";
import type { SampleCall } from "./sample-calls.ts";

const own = (input?: unknown): SampleCall => ({ input, foreign: "own" });
const missing = (input: unknown): SampleCall => ({ input, foreign: "missing" });
const empty = (input: unknown): SampleCall => ({ input, foreign: "empty" });

/** A sample of every procedure of alerts and notifications. */
export function alertCalls({ alertId, notificationId, variantId, locationId }: Population): Record<string, SampleCall> {
  return {
    "alerts.list": empty({ limit: 5, search: "a", variantId, kind: "LOW" }),
    "alerts.counts": own(),
    "alerts.acknowledge": missing({ id: alertId }),
    "alerts.resolve": missing({ id: alertId }),
    "alerts.thresholds": missing({ variantId }),
    "alerts.setThreshold": missing({ variantId, locationId, minimum: "3" }),
    "notifications.list": own({ limit: 5 }),
    "notifications.counts": own(),
    "notifications.mark": missing({ id: notificationId, isRead: true }),
    "notifications.markAll": own({ before: "2026-01-01T00:00:00Z" }),
    "notifications.preferences": own(),
    "notifications.setPreference": own({ kind: "LOW", inApp: true, email: "daily" }),
  };
}

/** A sample of every procedure of saved views. */
export function viewCalls({ viewId }: Population): Record<string, SampleCall> {
  const view = { name: v7(), isShared: true, query: { q: "a" }, columns: { hidden: ["price"], widths: { name: 300 } } };
  return {
    "views.list": empty({ limit: 5, list: "products" }),
    "views.create": own({ ...view, id: v7(), list: "products" }),
    "views.update": missing({ ...view, version: 1, id: viewId }),
    "views.archive": missing({ version: 1, isArchived: true, id: viewId }),
    "views.setDefault": missing({ list: "products", viewId }),
  };
}
