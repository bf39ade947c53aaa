import { and, eq, gte, inArray, lte, or, type SQL, sql, startsWith, type TenantDb } from "@storehouse/db";
import { auditLog, auditNotes, inventoryEntries, postings, products, variants } from "@storehouse/db/tenant";
import type { ListAuditInput } from "@storehouse/domain";
import {
  type AuditScope,
  flagStates,
  isLast,
  NAMED,
  productFilter,
  productSearch,
  type Records,
} from "./audit-scope.ts";

const DAY_MS = 86_400_000;

/** The conditions on the line's own columns. */
export function ownFilters(input: ListAuditInput, now: Date): (SQL | undefined)[] {
  const { actions, entity, entityId, userId, days, from, to } = input;
  const since = days === undefined ? toDate(from) : new Date(now.getTime() - days * DAY_MS);
  const until = days === undefined ? toDate(to) : undefined;
  return [
    actions?.length ? inArray(auditLog.action, actions) : undefined,
    entity === undefined ? undefined : eq(auditLog.entity, entity),
    entityId === undefined ? undefined : eq(auditLog.entityId, entityId),
    userId === undefined ? undefined : eq(auditLog.actorId, userId),
    since && gte(auditLog.at, since),
    until && lte(auditLog.at, until),
  ];
}

const toDate = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

/** The conditions that other tables decide: by the ids that were found, or asked anew of each line where those are too many. */
export function scopeFilters(db: TenantDb, input: ListAuditInput, scope: AuditScope): (SQL | undefined)[] {
  const { locationId, reference, search } = input;
  const asked = (where: SQL | undefined) => ({
    product: of(db, "product", where),
    variant: of(db, "variant", where),
    posting: booked(db, where),
  });
  return [
    scope.products && meets(scope.products, asked(productFilter(input))),
    scope.location && meets(scope.location, { posting: bookedAt(db, locationId ?? "") }),
    scope.reference && meets(scope.reference, { posting: referred(db, reference ?? "") }),
    scope.search && meets(scope.search, searched(db, search ?? "", asked(productSearch(search ?? "")))),
    flagFilter(db, input, scope),
  ];
}

const searched = (db: TenantDb, search: string, asked: Readonly<Record<"product" | "variant" | "posting", SQL>>) => ({
  ...asked,
  ...named(db, search),
  posting: or(asked.posting, referred(db, search)),
});

function flagFilter(db: TenantDb, { flag }: ListAuditInput, { lineIds }: AuditScope): SQL | undefined {
  if (flag === undefined) return undefined;
  if (lineIds !== "many") return isOneOf(auditLog.id, lineIds ?? []);
  const isAsked = inArray(auditNotes.state, flagStates(flag));
  return holds(
    one(db)
      .from(auditNotes)
      .where(and(eq(auditNotes.lineId, auditLog.id), isAsked, isLast(db)))
      .limit(1),
  );
}

/** True for a line that speaks of any of the records. `asked` says it of a kind whose ids were too many to name. */
function meets(records: Records, asked: Readonly<Record<string, SQL | undefined>>): SQL | undefined {
  const ways = Object.entries(records).map(([entity, ids]) =>
    and(eq(auditLog.entity, entity), ids === "many" ? asked[entity] : isOneOf(auditLog.entityId, ids ?? [])),
  );
  return or(...ways) ?? sql`false`;
}

const isOneOf = (column: typeof auditLog.id | typeof auditLog.entityId, ids: readonly string[]): SQL =>
  ids.length === 0 ? sql`false` : inArray(column, [...ids]);

const one = (db: TenantDb) => db.select({ found: sql`1` });

/**
 * True where the query finds a row. Written as a comparison, it is asked for the line at hand; as EXISTS, the servers may turn it round and read
 * the whole ledger first.
 */
const holds = (query: Readonly<{ getSQL: () => SQL }>): SQL => sql`(${query}) = 1`;

function of(db: TenantDb, entity: "product" | "variant", where: SQL | undefined): SQL {
  const isIt = eq(entity === "product" ? products.id : variants.id, auditLog.entityId);
  const product = eq(products.id, variants.productId);
  return holds(one(db).from(variants).innerJoin(products, product).where(and(isIt, where)).limit(1));
}

const booked = (db: TenantDb, where: SQL | undefined): SQL =>
  holds(
    one(db)
      .from(inventoryEntries, { forceIndex: ["inventory_entries_posting_ix"] })
      .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
      .innerJoin(products, eq(products.id, variants.productId))
      .where(and(eq(inventoryEntries.postingId, auditLog.entityId), where))
      .limit(1),
  );

function bookedAt(db: TenantDb, locationId: string): SQL {
  const isHere = and(eq(inventoryEntries.postingId, auditLog.entityId), eq(inventoryEntries.locationId, locationId));
  const ledger = one(db).from(inventoryEntries, { forceIndex: ["inventory_entries_posting_ix"] });
  return holds(ledger.where(isHere).limit(1));
}

function referred(db: TenantDb, reference: string): SQL {
  const isIt = and(eq(postings.id, auditLog.entityId), startsWith(postings.reference, reference));
  return holds(one(db).from(postings).where(isIt).limit(1));
}

function named(db: TenantDb, search: string): Readonly<Record<string, SQL>> {
  return Object.fromEntries(
    Object.entries(NAMED).map(([entity, { table, where }]) => {
      const isIt = and(eq(table.id, auditLog.entityId), where(search));
      return [entity, holds(one(db).from(table).where(isIt).limit(1))];
    }),
  );
}
