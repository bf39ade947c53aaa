import { apiKeysRouter } from "./routers/api-keys.ts";
import { auditLogsRouter } from "./routers/audit-logs.ts";
import { alertsRouter } from "./routers/alerts.ts";
import { authRouter } from "./routers/auth.ts";
import { backupRouter } from "./routers/backup.ts";
import { bulkRouter } from "./routers/bulk.ts";
import { dashboardRouter } from "./routers/dashboard.ts";
import { factoryRouter } from "./routers/factory.ts";
import { importsRouter } from "./routers/imports.ts";
import { inventoryRouter } from "./routers/inventory.ts";
import { listsRouter } from "./routers/lists.ts";
import { liveRouter } from "./routers/live.ts";
import { locationsRouter } from "./routers/locations.ts";
import { planRouter } from "./routers/plan.ts";
import { productFormulasRouter } from "./routers/product-formulas.ts";
import { notificationsRouter } from "./routers/notifications.ts";
import { platformRouter } from "./routers/platform.ts";
import { productsRouter } from "./routers/products.ts";
import { rolesRouter } from "./routers/roles.ts";
import { searchRouter } from "./routers/search.ts";
import { settingsRouter } from "./routers/settings.ts";
import { sampleRouter } from "./routers/sample.ts";
import { subcategoriesRouter } from "./routers/subcategories.ts";
import { suppliersRouter } from "./routers/suppliers.ts";
import { supportRouter } from "./routers/support.ts";
import { unitsRouter } from "./routers/units.ts";
import { webhooksRouter } from "./routers/webhooks.ts";
import { usersRouter } from "./routers/users.ts";
import { viewsRouter } from "./routers/views.ts";
import { router } from "./trpc.ts";

/** Every procedure there is. */
export const appRouter = router({
  apiKeys: apiKeysRouter,
  auditLogs: auditLogsRouter,
  alerts: alertsRouter,
  auth: authRouter,
  backup: backupRouter,
  bulk: bulkRouter,
  dashboard: dashboardRouter,
  factory: factoryRouter,
  imports: importsRouter,
  inventory: inventoryRouter,
  lists: listsRouter,
  live: liveRouter,
  locations: locationsRouter,
  plan: planRouter,
  productFormulas: productFormulasRouter,
  notifications: notificationsRouter,
  platform: platformRouter,
  products: productsRouter,
  roles: rolesRouter,
  search: searchRouter,
  settings: settingsRouter,
  sample: sampleRouter,
  subcategories: subcategoriesRouter,
  suppliers: suppliersRouter,
  support: supportRouter,
  units: unitsRouter,
  users: usersRouter,
  views: viewsRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;
