import type { Route } from "./route.ts";

const route = (method: Route["method"], path: string, procedure: string, summary: string): Route => ({
  method,
  path: `/api${path}`,
  procedure,
  summary,
});

/** The paths of a catalogue-like noun: list, read, add, change, archive. */
const record = (path: string, noun: string, one: string): readonly Route[] => [
  route("GET", path, `${noun}.list`, `Lists ${noun}, a page at a time`),
  route("POST", path, `${noun}.create`, `Adds a ${one}`),
  route("GET", `${path}/{id}`, `${noun}.get`, `Reads one ${one}`),
  route("PUT", `${path}/{id}`, `${noun}.update`, `Changes a ${one} from the version named`),
  route("POST", `${path}/{id}/archive`, `${noun}.archive`, `Archives a ${one} or takes it back`),
];

/** Every path of the REST interface. Each stands for one procedure, with its permission, its checks and its failures. */
export const ROUTES: readonly Route[] = [
  route("POST", "/factory/register", "factory.register", "Signs a factory up"),
  route("GET", "/factory/registration", "factory.registration", "Says how far a registration has come"),
  route("GET", "/factory", "factory.current", "Reads the caller's factory"),
  route("POST", "/factory/sync-connections", "factory.syncConnections", "Sets the database's connection limit anew"),

  route("POST", "/auth/login", "auth.login", "Signs in and answers with a bearer token"),
  route(
    "POST",
    "/auth/second-step",
    "auth.secondStep",
    "Answers a sign-in's challenge with a code, and gets a bearer token",
  ),
  route("POST", "/auth/logout", "auth.logout", "Ends the session of the token"),
  route("GET", "/auth/me", "auth.me", "Says who the token belongs to"),

  route("GET", "/search", "search.find", "Finds records of every kind by code, name or reference"),

  route("GET", "/settings", "settings.get", "Reads the factory's settings"),
  route("PUT", "/settings", "settings.update", "Changes the factory's settings from the version named"),
  route("POST", "/settings/close-period", "settings.closePeriod", "Closes a period against entries, or opens it again"),

  route("GET", "/users", "users.list", "Lists people, a page at a time"),
  route("POST", "/users", "users.create", "Adds a person"),
  route("PUT", "/users/{id}", "users.update", "Changes a person from the version named"),

  route(
    "POST",
    "/users/{id}/reset",
    "users.reset",
    "Makes a person's link to choose a password; the answer alone holds it",
  ),
  route("POST", "/users/{id}/unlock", "users.unlock", "Forgets the wrong passwords that were tried for a person"),

  route("GET", "/roles", "roles.list", "Lists roles, built-in ones first"),
  ...record("/roles", "roles", "role").slice(1),

  ...record("/products", "products", "product"),
  route("GET", "/products/find", "products.find", "Finds what can be booked by code, barcode or name"),
  route("GET", "/products/export", "products.export", "Gives the product list as a file"),
  route("POST", "/products/{productId}/variants", "products.addVariant", "Adds a variant to a product"),
  route("PUT", "/variants/{id}", "products.updateVariant", "Changes a variant from the version named"),
  route("POST", "/variants/{id}/archive", "products.archiveVariant", "Archives a variant or takes it back"),

  ...record("/locations", "locations", "place"),
  ...record("/subcategories", "subcategories", "subcategory"),
  ...record("/purchase-info", "suppliers", "supplier"),
  route("GET", "/units", "units.list", "Lists every unit"),
  route("POST", "/units", "units.create", "Adds a unit"),

  ...record("/product-formulas", "productFormulas", "formula"),
  route("POST", "/product-formulas/{id}/activate", "productFormulas.activate", "Puts a version of a formula in use"),
  route("POST", "/product-formulas/{id}/retire", "productFormulas.retire", "Takes a version of a formula out of use"),
  route("GET", "/product-formulas/where-used", "productFormulas.whereUsed", "Lists the formulas that use a variant"),
  route("GET", "/product-formulas/tree", "productFormulas.tree", "Lists all that goes into a variant, with its cost"),
  route(
    "GET",
    "/product-formulas/can-make",
    "productFormulas.canMake",
    "Says how much can be made now, and what is short",
  ),
  route("GET", "/product-formulas/make-rule", "productFormulas.makeRule", "Says where makings take components from"),
  route(
    "PUT",
    "/product-formulas/make-rule",
    "productFormulas.updateMakeRule",
    "Sets where makings take components from",
  ),

  route("GET", "/inventory", "inventory.entries", "Lists the ledger's entries, a page at a time"),
  route("POST", "/inventory", "inventory.post", "Books goods in or out, one line or many"),
  route("POST", "/inventory/make", "inventory.make", "Makes a product: its components go out, it comes in"),
  route("POST", "/inventory/transfer", "inventory.transfer", "Moves goods between two places"),
  route("POST", "/inventory/reverse", "inventory.reverse", "Undoes a posting or an entry by its reversal"),
  route("GET", "/inventory/levels", "inventory.levels", "Lists what is where, a page at a time"),
  route("GET", "/inventory/balance", "inventory.balance", "Sums what is left per product and place, with its value"),
  route(
    "POST",
    "/inventory/correct",
    "inventory.correct",
    "Puts an entry right: its reversal and what it should have been",
  ),
  route("GET", "/inventory/levels-at", "inventory.levelsAt", "Lists what was where at a moment of the past"),
  route("GET", "/inventory/value-at", "inventory.valueAt", "Sums what stock was worth at a moment of the past"),
  route("GET", "/inventory/movements", "inventory.movements", "Lists what came and went in a period, by variant"),
  route("POST", "/inventory/verify", "inventory.verify", "Proves that every level equals the sum of its entries"),

  route("GET", "/alerts", "alerts.list", "Lists what holds now by urgency, or what has ended, a page at a time"),
  route("GET", "/alerts/counts", "alerts.counts", "Counts the alerts that hold now, by kind"),
  route("POST", "/alerts/{id}/acknowledge", "alerts.acknowledge", "Says that somebody is seeing to an alert"),
  route("PATCH", "/alerts/{id}/resolve", "alerts.resolve", "Ends an alert of a level that does not tie"),
  route("GET", "/alerts/stock/threshold", "alerts.thresholds", "Reads a variant's limits, over all places and at each"),
  route("PUT", "/alerts/stock/threshold", "alerts.setThreshold", "Sets a variant's limits, or its minimum at a place"),
  route("GET", "/notifications", "notifications.list", "Lists one's own notifications, a page at a time"),
  route("GET", "/notifications/counts", "notifications.counts", "Counts one's own unread notifications"),
  route("PATCH", "/notifications/{id}", "notifications.mark", "Marks a notification as read or unread"),
  route("POST", "/notifications/read", "notifications.markAll", "Marks as read all there were at a moment"),

  route("GET", "/audit-logs", "auditLogs.list", "Lists who changed what, newest first, a page at a time"),
  route("GET", "/audit-logs/export", "auditLogs.export", "Gives the lines that the filters name as a CSV"),
  route("GET", "/audit-logs/history", "auditLogs.history", "Lists the versions of a record, a page at a time"),
  route("GET", "/audit-logs/{id}", "auditLogs.get", "Reads one line with all that was said about it"),
  route("POST", "/audit-logs/{lineId}/flag", "auditLogs.flag", "Asks a question about a line"),
  route("POST", "/audit-logs/{lineId}/unflag", "auditLogs.unflag", "Takes a question back"),
  route("POST", "/audit-logs/{lineId}/resolve", "auditLogs.resolve", "Closes a question as answered"),
  route("POST", "/audit-logs/{lineId}/comments", "auditLogs.comment", "Says something about a line"),
  route("POST", "/audit-logs/{lineId}/restore", "auditLogs.restore", "Puts a record back to how a line left it"),

  route("GET", "/api-keys", "apiKeys.list", "Lists API keys, a page at a time"),
  route("POST", "/api-keys", "apiKeys.create", "Makes an API key; the answer alone holds it"),
  route("POST", "/api-keys/{id}/revoke", "apiKeys.revoke", "Ends an API key"),
];

/** Procedures without a path of their own, and why: they serve the screens, or carry files in parts. */
export const NOT_ON_REST: Readonly<Record<string, string>> = {
  "auth.sessions": "a person's own devices",
  "auth.endSession": "a person's own devices",
  "auth.endOtherSessions": "a person's own devices",
  "auth.changePassword": "a person's own password",
  "auth.setLanguage": "a person's own profile",
  "auth.updateProfile": "a person's own profile",
  "auth.exportOwn": "a person's own data",
  "auth.readLink": "a link is opened by a person",
  "auth.useLink": "a link is opened by a person",
  "auth.secondFactor": "a person's own phone",
  "auth.startSecondFactor": "a person's own phone",
  "auth.confirmSecondFactor": "a person's own phone",
  "auth.stopSecondFactor": "a person's own phone",
  "auth.renewRecoveryCodes": "a person's own phone",
  "users.signIn": "what a person's sheet shows",
  "users.removeSecondFactor": "done with the person at hand",
  "search.index": "what a browser searches by itself",
  "dashboard.get": "a page that people look at",
  "dashboard.ownDay": "a page that people look at",
  "dashboard.firstSteps": "a page that people look at",
  "sample.current": "the first day, with a person",
  "sample.load": "the first day, with a person",
  "sample.remove": "the first day, with a person",
  "live.changes": "open screens hear of changes; programs are told by webhooks",
  "notifications.preferences": "a person's own preferences",
  "notifications.setPreference": "a person's own preferences",
  "lists.export": "a file of what a person has on the screen; programs read the list itself",
  "views.list": "how a person's own screens are set up",
  "views.create": "how a person's own screens are set up",
  "views.update": "how a person's own screens are set up",
  "views.archive": "how a person's own screens are set up",
  "views.setDefault": "how a person's own screens are set up",
  "imports.upload": "a sheet is planned with a person",
  "imports.preview": "a sheet is planned with a person",
  "imports.commit": "a sheet is planned with a person",
  "imports.status": "a sheet is planned with a person",
  "imports.list": "a sheet is planned with a person",
  "imports.undo": "a sheet is planned with a person",
};
