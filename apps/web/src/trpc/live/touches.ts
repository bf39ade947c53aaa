import type { LiveChange, LiveTopic } from "@storehouse/domain";
import type { QueryKey } from "@tanstack/react-query";

/** What of the API shows records of a topic: whole routers, by name. */
const SHOWN_BY: Readonly<Record<LiveTopic, readonly string[]>> = {
  inventory: ["inventory", "products", "dashboard", "productFormulas", "auditLogs"],
  products: ["products", "inventory", "dashboard", "productFormulas", "search", "auditLogs"],
  locations: ["locations", "inventory", "dashboard", "search", "auditLogs"],
  subcategories: ["subcategories", "products", "auditLogs"],
  suppliers: ["suppliers", "products", "search", "auditLogs"],
  units: ["units", "auditLogs"],
  users: ["users", "auth", "search", "auditLogs"],
  roles: ["roles", "users", "auth", "search", "auditLogs"],
  factory: ["factory", "settings", "auth", "dashboard", "auditLogs"],
  imports: ["imports", "auditLogs"],
  formulas: ["productFormulas", "search", "auditLogs"],
  notes: ["auditLogs"],
  alerts: ["alerts", "dashboard", "auditLogs"],
  notifications: ["notifications"],
  webhooks: ["webhooks"],
};

/** Which field of a query's input narrows it to one record, and which of a change's ids that is to be among. */
const NARROWED_BY: Readonly<Record<string, (change: LiveChange) => readonly string[] | null | undefined>> = {
  variantId: ({ topic, ids }) => (topic === "inventory" ? ids : null),
  productId: ({ topic, ids, productIds }) => (topic === "inventory" ? productIds : topic === "products" ? ids : null),
};

/** Whether a query that is kept may show something else after a change. Its key is tRPC's: a path, and the input. */
export function touches(change: LiveChange, key: QueryKey): boolean {
  const [path, detail] = key as [path: unknown, detail?: { input?: unknown }];
  if (!Array.isArray(path)) return false;
  const [router, procedure] = path.map(String);
  if (router === undefined || !SHOWN_BY[change.topic].includes(router)) return false;
  const input = (detail?.input ?? {}) as Readonly<Record<string, unknown>>;
  const isOther = (id: unknown, ids: readonly string[] | null | undefined): boolean =>
    typeof id === "string" && Array.isArray(ids) && !ids.includes(id);
  if (procedure === "get" && isOther(input["id"], idsIn(router, change))) return false;
  return !Object.entries(NARROWED_BY).some(([field, idsOf]) => isOther(input[field], idsOf(change)));
}

/** The ids of a router's own records that a change names; null where it names none. */
function idsIn(router: string, { topic, ids, productIds }: LiveChange): readonly string[] | null | undefined {
  if (router === topic) return ids;
  return router === "products" && topic === "inventory" ? productIds : null;
}
