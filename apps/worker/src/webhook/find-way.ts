import { isLoopbackName, type WebhookReach, webhookAddressProblem } from "@storehouse/domain";
import type { LookupAddress } from "node:dns";
import { isLoopbackAddress, isRefusedAddress } from "./refuse-address.ts";

/** Looks a host's addresses up, all of them. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The addresses that may be connected to, or why there are none. */
export type Way = Readonly<{ addresses: readonly LookupAddress[] } | { refusal: string }>;

/**
 * Finds the way to a URL: looks its host up once and checks every address that comes back. The caller connects to these and asks nobody again, so
 * that a name which means something else a moment later leads nowhere (trust.md, I17).
 */
export async function findWay(url: URL, reach: WebhookReach, resolve: Resolve): Promise<Way> {
  const problem = webhookAddressProblem(url.href, reach);
  if (problem !== undefined) return { refusal: "ADDRESS_REFUSED" };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await resolve(host).catch(() => []);
  if (addresses.length === 0) return { refusal: "NO_SUCH_HOST" };
  const isRefused = reach.isLoopbackAllowed && isLoopbackName(url.hostname) ? isElsewhere : isRefusedAddress;
  return addresses.some(({ address }) => isRefused(address)) ? { refusal: "ADDRESS_REFUSED" } : { addresses };
}

const isElsewhere = (address: string): boolean => !isLoopbackAddress(address);
