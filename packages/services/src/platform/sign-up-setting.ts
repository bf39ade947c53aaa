import { type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { platformSettings } from "@storehouse/db/central";
import type { SetSignUpInput } from "@storehouse/domain";
import { authorizeOperator, type PlatformContext, recordDeed } from "./platform-context.ts";

const NAME = "sign_up";

/** True unless an operator has closed the sign-up of new factories. */
export async function isSignUpOpen(central: CentralDb): Promise<boolean> {
  const { name, value } = platformSettings;
  const [row] = await central.select({ value }).from(platformSettings).where(eq(name, NAME));
  return row?.value !== "closed";
}

/** Opens or closes the sign-up of new factories, at once; operators can still make some. */
export async function setSignUp(ctx: PlatformContext, { isOpen }: SetSignUpInput): Promise<Record<string, never>> {
  authorizeOperator(ctx, "signUp.change");
  await centralTransaction(ctx.central, async (central) => {
    if ((await isSignUpOpen(central)) === isOpen) return;
    const set = { value: isOpen ? "open" : "closed", updatedAt: sql`utc_timestamp(3)` };
    await central
      .insert(platformSettings)
      .values({ name: NAME, ...set })
      .onDuplicateKeyUpdate({ set });
    await recordDeed({ ...ctx, central }, { action: isOpen ? "signUp.open" : "signUp.close" });
  });
  return {};
}
