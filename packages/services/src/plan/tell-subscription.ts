import type { Subscription } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { tellMasters } from "../notification/index.ts";
import { readSettings } from "../settings/read-settings.ts";
import { subscriptionNews } from "./subscription-news.ts";

/** Tells the factory's masters, by bell and by e-mail, where the subscription stands: each thing once, however often it is called. For jobs. */
export async function tellSubscription(ctx: TenantContext, subscription: Subscription): Promise<number> {
  const { timeZone } = await readSettings(ctx.db);
  const news = subscriptionNews(subscription, { now: ctx.now(), timeZone });
  return news === undefined ? 0 : tellMasters(ctx, news);
}
