import type { Permission } from "./permission.ts";
import type { Module } from "./plan/plan.ts";

/** The kinds of record a failure can speak of. */
export type Entity =
  | "factory"
  | "user"
  | "role"
  | "session"
  | "location"
  | "subcategory"
  | "supplier"
  | "unit"
  | "product"
  | "variant"
  | "barcode"
  | "entry"
  | "posting"
  | "formula"
  | "alert"
  | "notification"
  | "import"
  | "settings"
  | "apiKey"
  | "sample"
  | "view"
  | "auditLine"
  | "webhook"
  | "delivery"
  | "backup"
  | "sideCopy"
  | "bulkChange"
  | "takeBack"
  | "job"
  | "supportGrant";

/** One line of stock that falls short: what there was, what of it is free, and what was asked for. */
export type Shortage = Readonly<{
  line: number;
  variantId: string;
  productName: string;
  sku: string;
  unit: string;
  locationId: string;
  locationName: string;
  onHand: string;
  available: string;
  wanted: string;
  /** Set where the figures are of all places together, and `locationId` only names where the work is done. */
  isOverAllPlaces?: boolean;
}>;

/** Everything a person or a program can be told went wrong. A field is a path into the input, as `lines.0.quantity`. */
export type Failure =
  | { code: "NOT_FOUND"; entity: Entity; id: string; field?: string }
  | { code: "INVALID"; field: string; reason: string }
  | { code: "TAKEN"; field: string; value: string }
  | {
      code: "STALE";
      entity: Entity;
      id: string;
      current: Readonly<Record<string, unknown>>;
      changed: readonly string[];
    }
  | { code: "IN_USE"; entity: Entity; id: string; by: Entity; count: number }
  | { code: "ARCHIVED"; entity: Entity; id: string; field?: string }
  | {
      code: "TAKE_FIRST";
      entity: Entity;
      id: string;
      name: string;
      needs: readonly Readonly<{ entity: Entity; id: string; name: string }>[];
    }
  | { code: "INSUFFICIENT_STOCK"; shortages: readonly Shortage[] }
  | { code: "ALREADY_REVERSED"; entryId: string }
  | { code: "NOT_REVERSIBLE"; entryId: string }
  | { code: "SAME_LOCATION"; field: string }
  | { code: "AMOUNT_TOO_LARGE"; field: string }
  | { code: "KEY_REUSED"; clientId: string }
  | { code: "OPENING_REPEATED"; field: string; variantId: string; locationId: string }
  | { code: "PERIOD_CLOSED"; field: string; closedThrough: string }
  | { code: "FORMULA_CYCLE"; field: string; path: readonly string[] }
  | { code: "LAST_MASTER"; userId: string }
  | { code: "LIMIT_REACHED"; limit: string; used: number; allowed: number }
  | { code: "NOT_ALLOWED"; permission: Permission | null; grantedBy: readonly string[]; masters?: readonly string[] }
  | { code: "NOT_SIGNED_IN" }
  | { code: "WRONG_CREDENTIALS" }
  | { code: "WRONG_PASSWORD"; field: string }
  | { code: "WRONG_CODE"; field: string }
  | { code: "SECOND_STEP_REFUSED" }
  | { code: "LINK_INVALID"; field: string }
  | { code: "MUST_CHANGE_PASSWORD" }
  | { code: "FACTORY_NOT_READY"; state: string }
  | { code: "FACTORY_SUSPENDED"; reason: string | null }
  | { code: "READ_ONLY"; since: string | null }
  | { code: "MODULE_DISABLED"; module: Module }
  | { code: "SIGN_UP_CLOSED" }
  | { code: "SUPPORT_CLOSED" }
  | { code: "SUPPORT_READ_ONLY" }
  | { code: "DIRECTORY_CLOSED" }
  | { code: "FILE_UNREADABLE"; reason: string }
  | { code: "TOO_LARGE"; what: string; limit: number }
  | { code: "IMPORT_HAS_PROBLEMS"; count: number }
  | { code: "WRONG_STATE"; entity: Entity; id: string; state: string }
  | { code: "RATE_LIMITED"; retryAfterSeconds: number }
  | { code: "BUSY"; retryAfterSeconds: number }
  | { code: "UNAVAILABLE"; retryAfterSeconds: number };

/** The one way an expected refusal travels: thrown by rules and verbs, translated at the edges. */
export class DomainError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.name = "DomainError";
    this.failure = failure;
  }
}

/** Refuses with a typed failure. Never returns. */
export function fail(failure: Failure): never {
  throw new DomainError(failure);
}
