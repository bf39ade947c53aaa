import type { Compared } from "@storehouse/domain";

type Treatment = Readonly<{ shownAs: Compared } | { notShown: string }>;

const PASSING = "comes and goes by itself, and nobody looks for what it was";
const OWN = "is somebody's own, and set again in a moment";
const SECRET = "opens doors: what was shut stays shut, and is made anew";
const LOG = "tells what happened: it only ever grows";

/** How each table of a factory meets the comparison with a copy: as which kind of record it is shown, or why it is not. */
export const TABLES: Readonly<Record<string, Treatment>> = {
  products: { shownAs: "product" },
  product_units: { shownAs: "product" },
  variants: { shownAs: "variant" },
  barcodes: { shownAs: "variant" },
  suppliers: { shownAs: "supplier" },
  locations: { shownAs: "location" },
  subcategories: { shownAs: "subcategory" },
  units: { shownAs: "unit" },
  product_formulas: { shownAs: "formula" },
  formula_versions: { shownAs: "formula" },
  location_minimums: { shownAs: "minimum" },
  users: { shownAs: "user" },
  user_locations: { shownAs: "user" },
  roles: { shownAs: "role" },
  saved_views: { shownAs: "view" },
  settings: { shownAs: "settings" },
  inventory_entries: { shownAs: "entry" },
  variant_stock: { shownAs: "level" },
  stock_levels: { shownAs: "level" },
  postings: { notShown: "is the head of the entries, which are shown" },
  formula_uses: { notShown: "is an index of the formulas' versions" },
  count_locks: { notShown: "is a lock" },
  formula_graph: { notShown: "is a lock" },
  identity: { notShown: "is the same as long as the factory is" },
  schema_migrations: { notShown: "is the service's own" },
  alerts: { notShown: "follows from what is on hand, and is decided anew" },
  audit_log: { notShown: LOG },
  audit_notes: { notShown: LOG },
  imports: { notShown: LOG },
  bulk_changes: { notShown: LOG },
  bulk_change_rows: { notShown: LOG },
  take_backs: { notShown: LOG },
  samples: { notShown: LOG },
  sample_records: { notShown: LOG },
  default_views: { notShown: OWN },
  notification_preferences: { notShown: OWN },
  notifications: { notShown: PASSING },
  feed: { notShown: PASSING },
  feed_state: { notShown: PASSING },
  outbox_emails: { notShown: PASSING },
  webhook_events: { notShown: PASSING },
  webhook_deliveries: { notShown: PASSING },
  webhook_attempts: { notShown: PASSING },
  sessions: { notShown: SECRET },
  sign_in_links: { notShown: SECRET },
  second_factors: { notShown: SECRET },
  recovery_codes: { notShown: SECRET },
  api_keys: { notShown: SECRET },
  webhook_endpoints: { notShown: SECRET },
};
