export * from "./api-keys.ts";
export * from "./audit.ts";
export * from "./alerts.ts";
export * from "./bulk.ts";
export * from "./catalogue.ts";
export * from "./count-locks.ts";
export * from "./formulas.ts";
export * from "./feed.ts";
export * from "./identity.ts";
export * from "./imports.ts";
export * from "./inventory.ts";
export * from "./people.ts";
export * from "./roles.ts";
export * from "./take-backs.ts";
export * from "./sign-in.ts";
export * from "./user-locations.ts";
export * from "./views.ts";
export * from "./samples.ts";
export * from "./webhooks.ts";

/** Tables the factory's own database user may only add to. Everything else it may also change and remove from. */
export const APPEND_ONLY_TABLES = [
  "inventory_entries",
  "postings",
  "audit_log",
  "audit_notes",
  "identity",
  "schema_migrations",
] as const;
