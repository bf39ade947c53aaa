import { z } from "zod";
import type { Permission } from "../permission.ts";

/** What a change can be about, and the permission that lets somebody hear of it. */
export const LIVE_TOPICS = {
  inventory: "inventory.read",
  products: "products.read",
  locations: "locations.read",
  subcategories: "subcategories.read",
  suppliers: "suppliers.read",
  units: "units.read",
  users: "users.read",
  roles: "factory.read",
  factory: "factory.read",
  imports: "products.import",
  formulas: "productFormulas.read",
  /** What is said about lines of the audit log; the lines themselves come with what they tell of. */
  notes: "auditLogs.readOwn",
  alerts: "inventory.read",
  notifications: "profile.manage",
  webhooks: "webhooks.read",
} as const satisfies Record<string, Permission>;

export type LiveTopic = keyof typeof LIVE_TOPICS;

/** Something that changed, by ids alone: what it is now is asked for, under the asker's own rights. `ids` is null when there are too many to name. */
export type LiveChange = Readonly<{
  topic: LiveTopic;
  /** Of the records; for `inventory` of the variants. */
  ids: readonly string[] | null;
  /** For `inventory`: of the products the variants belong to. */
  productIds?: readonly string[] | null;
  /** The places it happened at; absent when it concerns no place in particular. */
  placeIds?: readonly string[] | null;
  /** The one person it concerns; absent when it is everybody's. */
  userId?: string;
}>;

/** What a stream carries: changes to apply, or word that some were missed and all must be asked for anew. */
export type LiveEvent = Readonly<{ isStartOver: boolean; changes: readonly LiveChange[] }>;

/** What a stream is asked with: the last event that came, which positions inside one's own factory's feed and nowhere else. */
export const WatchInput = z.strictObject({ lastEventId: z.string().max(80, "TOO_LONG").nullish() }).optional();
export type WatchInput = z.infer<typeof WatchInput>;

/** More ids than this are not named. */
const IDS_MAX = 100;

/** The changes with those of one topic and one person joined into one. */
export function mergeChanges(changes: readonly LiveChange[]): readonly LiveChange[] {
  const merged = new Map<string, LiveChange>();
  for (const change of changes) {
    const key = `${change.topic}/${change.userId ?? ""}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? joined(change, change) : joined(known, change));
  }
  return [...merged.values()];
}

/** Who hears: their permissions and the places they are limited to, null or absent for everywhere. */
export type LiveListener = Readonly<{
  id: string;
  permissions: ReadonlySet<Permission>;
  places?: ReadonlySet<string> | null;
}>;

/** The part of a change that a person may hear of; undefined when none. */
export function changeFor({ id, permissions, places }: LiveListener, change: LiveChange): LiveChange | undefined {
  if (!permissions.has(LIVE_TOPICS[change.topic])) return undefined;
  if (change.userId !== undefined && change.userId !== id) return undefined;
  if (!places || !change.placeIds) return change;
  const placeIds = change.placeIds.filter((placeId) => places.has(placeId));
  return placeIds.length === 0 ? undefined : { ...change, placeIds };
}

function joined(a: LiveChange, b: LiveChange): LiveChange {
  return {
    topic: a.topic,
    ids: union(a.ids, b.ids),
    ...(a.productIds === undefined && b.productIds === undefined
      ? {}
      : { productIds: union(a.productIds ?? null, b.productIds ?? null) }),
    // One that is tied to no place is everybody's, and so is what it is joined with.
    ...(a.placeIds === undefined || b.placeIds === undefined ? {} : { placeIds: union(a.placeIds, b.placeIds) }),
    ...(a.userId === undefined ? {} : { userId: a.userId }),
  };
}

function union(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return null;
  const all = [...new Set([...a, ...b])];
  return all.length > IDS_MAX ? null : all;
}
