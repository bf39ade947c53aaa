const pkg = (name) => `^packages/${name}/`;
const npm = (re) => `(^|/)node_modules/(${re})(/|$)`;
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const TESTS = "\\.(test|itest|test-d)\\.tsx?$";
const APPS_AND_PACKAGES = "^(apps|packages)/";

const foundations = [
  rule(
    "no-cycles",
    "No cycle survives to runtime.",
    {},
    {
      circular: true,
      viaOnly: { dependencyTypesNot: ["type-only"] },
    },
  ),
  rule(
    "domain-is-pure",
    "The domain imports itself and zod.",
    { path: pkg("domain"), pathNot: TESTS },
    {
      pathNot: [pkg("domain"), npm("zod")],
    },
  ),
  rule("tests-are-leaves", "Nothing imports a test.", { pathNot: TESTS }, { path: TESTS }),
  rule(
    "testing-only-from-tests",
    "Only tests, journeys and the bench may cheat.",
    { pathNot: [TESTS, pkg("testing"), "^(e2e|bench)/"] },
    { path: pkg("testing") },
  ),
];

const database = [
  rule(
    "one-drizzle",
    "Only db and tenancy import drizzle-orm.",
    { path: APPS_AND_PACKAGES, pathNot: [pkg("db"), pkg("tenancy")] },
    { path: npm("drizzle-orm") },
  ),
  rule(
    "one-driver",
    "Only tenancy opens connections; the bench does for its floor.",
    { path: APPS_AND_PACKAGES, pathNot: [pkg("tenancy"), pkg("testing"), TESTS] },
    { path: [npm("mysql2"), "node_modules/drizzle-orm/mysql2"], dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "one-mint",
    "Only tenancy may brand a database as a tenant's.",
    { path: APPS_AND_PACKAGES, pathNot: [pkg("db"), pkg("tenancy"), TESTS] },
    { path: "^packages/db/src/tenant-db\\.ts$" },
  ),
  rule(
    "fleet-is-for-the-worker",
    "Only the worker walks all tenants.",
    { path: "^(apps/web|packages/(api|services|auth|ui))/", pathNot: TESTS },
    { path: "^packages/tenancy/src/(fleet|provision/)" },
  ),
];

const programs = [
  rule(
    "one-runner",
    "Only backup starts other programs; the database's own tools run the migration kit.",
    { path: APPS_AND_PACKAGES, pathNot: [pkg("backup"), "^packages/db/src/tools/", TESTS, "\\.fixture\\.ts$"] },
    { path: "^(node:)?child_process$" },
  ),
  rule(
    "backup-is-for-the-worker",
    "The API reaches backups through their desk alone, which starts nothing and holds no key.",
    { path: "^(apps/web|packages/(api|services|auth|ui))/", pathNot: TESTS },
    { path: "^packages/backup/", pathNot: "^packages/backup/src/desk\\.ts$" },
  ),
  rule(
    "routers-know-no-backup",
    "A router asks a use case.",
    { path: "^packages/api/src/routers/", pathNot: TESTS },
    { path: pkg("backup") },
  ),
  rule(
    "desk-starts-nothing",
    "What the web may touch of backups leads to no program and no key.",
    { path: "^packages/backup/src/(desk|keep/clean-up)\\.ts$" },
    { path: "^packages/backup/src/(dump|archive|save|check|run)/" },
  ),
];

const layers = [
  rule(
    "services-know-no-transport",
    "A use case imports the domain and the database, nothing above it.",
    { path: pkg("services"), pathNot: TESTS },
    { path: [pkg("(api|tenancy|auth|ui)"), "^apps/", npm("@trpc|next|next-auth|react|react-dom")] },
  ),
  rule(
    "auth-stays-below-the-api",
    "auth knows people and sessions, not use cases or transport.",
    { path: pkg("auth"), pathNot: TESTS },
    { path: [pkg("(api|services|ui)"), "^apps/", npm("@trpc|react|react-dom")] },
  ),
  rule(
    "routers-hold-no-sql",
    "A router validates, calls one use case, returns.",
    { path: "^packages/api/src/routers/", pathNot: TESTS },
    { path: [pkg("db"), pkg("tenancy")] },
  ),
  rule(
    "api-takes-no-table",
    "The API reaches rows through use cases alone.",
    { path: "^packages/api/", pathNot: TESTS },
    { path: pkg("db") },
  ),
  rule(
    "one-timetable",
    "The timetable stands in one file.",
    { pathNot: "^apps/worker/src/main\\.ts$" },
    { path: npm("node-cron") },
  ),
];

const browser = [
  rule(
    "client-imports-types-only",
    "Browser code takes types from the API, values from the domain and ui.",
    {
      path: "^apps/web/src/",
      pathNot: [TESTS, "^apps/web/src/(server|env)\\.ts$", "^apps/web/src/server/", "^apps/web/src/trpc/server\\.ts$"],
    },
    { path: [pkg("(api|services|db|tenancy|auth)"), "^apps/web/src/server/"], dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "ui-draws-only",
    "ui takes types from the domain and no data.",
    { path: pkg("ui"), pathNot: TESTS },
    { path: [pkg("(api|services|db|tenancy|auth)"), "^apps/", npm("@trpc|@tanstack/react-query|next")] },
  ),
  rule(
    "features-meet-at-the-index",
    "One feature reaches another only through its index.",
    { path: "^apps/web/src/features/([^/]+)/" },
    {
      path: "^apps/web/src/features/([^/]+)/.+",
      pathNot: ["^apps/web/src/features/$1/", "^apps/web/src/features/[^/]+/index\\.ts$"],
    },
  ),
];

module.exports = {
  forbidden: [...foundations, ...database, ...programs, ...layers, ...browser],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: ["(^|/)\\.next/", "(^|/)\\.tsbuild/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};
