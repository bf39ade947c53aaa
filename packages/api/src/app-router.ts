import { authRouter } from "./routers/auth.ts";
import { factoryRouter } from "./routers/factory.ts";
import { importsRouter } from "./routers/imports.ts";
import { inventoryRouter } from "./routers/inventory.ts";
import { usersRouter } from "./routers/users.ts";
import { router } from "./trpc.ts";

/** Every procedure there is. */
export const appRouter = router({
  auth: authRouter,
  factory: factoryRouter,
  imports: importsRouter,
  inventory: inventoryRouter,
  users: usersRouter,
});

export type AppRouter = typeof appRouter;
