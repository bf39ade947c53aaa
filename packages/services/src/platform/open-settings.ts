import { type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { platformSettings } from "@storehouse/db/central";
import type { SetDirectoryInput, SetSignUpInput } from "@storehouse/domain";
import { authorizeOperator, type PlatformContext, recordDeed } from "./platform-context.ts";

type Nothing = Record<string, never>;
type Setting = Readonly<{ name: string; deed: string; isOpen: (central: CentralDb) => Promise<boolean> }>;

/** True unless an operator has closed the sign-up of new factories. */
export const isSignUpOpen = async (central: CentralDb): Promise<boolean> =>
  (await valueOf(central, "sign_up")) !== "closed";

/** True once an operator has opened the directory: the names of all factories, for whoever asks. */
export const isDirectoryOpen = async (central: CentralDb): Promise<boolean> =>
  (await valueOf(central, "directory")) === "open";

const SIGN_UP: Setting = { name: "sign_up", deed: "signUp", isOpen: isSignUpOpen };
const DIRECTORY: Setting = { name: "directory", deed: "directory", isOpen: isDirectoryOpen };

/** Opens or closes the sign-up of new factories, at once; operators can still make some. */
export async function setSignUp(ctx: PlatformContext, { isOpen }: SetSignUpInput): Promise<Nothing> {
  authorizeOperator(ctx, "signUp.change");
  return set(ctx, SIGN_UP, isOpen);
}

/** Shows the factories' names and states to whoever asks, or to nobody. */
export async function setDirectory(ctx: PlatformContext, { isOpen }: SetDirectoryInput): Promise<Nothing> {
  authorizeOperator(ctx, "directory.change");
  return set(ctx, DIRECTORY, isOpen);
}

async function set(ctx: PlatformContext, setting: Setting, isOpen: boolean): Promise<Nothing> {
  const { name, deed } = setting;
  await centralTransaction(ctx.central, async (central) => {
    if ((await setting.isOpen(central)) === isOpen) return;
    const change = { value: isOpen ? "open" : "closed", updatedAt: sql`utc_timestamp(3)` };
    await central
      .insert(platformSettings)
      .values({ name, ...change })
      .onDuplicateKeyUpdate({ set: change });
    await recordDeed({ ...ctx, central }, { action: `${deed}.${isOpen ? "open" : "close"}` });
  });
  return {};
}

async function valueOf(central: CentralDb, name: string): Promise<string | undefined> {
  const { value } = platformSettings;
  const [row] = await central.select({ value }).from(platformSettings).where(eq(platformSettings.name, name));
  return row?.value;
}
