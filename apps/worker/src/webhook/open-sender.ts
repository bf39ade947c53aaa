import type { SendWebhook, WebhookOutcome } from "@storehouse/services";
import { createWebhookVault, type Keys } from "@storehouse/tenancy";
import type { WebhookReach } from "@storehouse/domain";
import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { findWay, type Resolve } from "./find-way.ts";
import { POST_LIMITS, type PostLimits, postWebhook } from "./post-webhook.ts";
import { signatureHeaders } from "./sign.ts";

type SenderWish = Readonly<{
  keys: Keys;
  reach: WebhookReach;
  resolve?: Resolve;
  limits?: PostLimits;
}>;

const RESOLVE_MS = 5_000;

// The system's own way, which knows no time limit.
const resolveAll: Resolve = (hostname) =>
  Promise.race([lookup(hostname, { all: true, order: "verbatim" }), sleep(RESOLVE_MS, [], { ref: false })]);

/** Opens the way that a factory's webhooks leave by: signed with its endpoints' secrets, to where they may go and nowhere else. */
export function openSender({ keys, reach, resolve = resolveAll, limits = POST_LIMITS }: SenderWish) {
  return (factoryId: string): SendWebhook => {
    const vault = createWebhookVault(keys, factoryId);
    return async ({ eventId, body, endpoint }): Promise<WebhookOutcome> => {
      const signing = endpoint.secrets.flatMap((locked) => vault.keyOf(endpoint.id, locked) ?? []);
      if (signing.length === 0) return notSent("SECRET_UNREADABLE");
      const url = new URL(endpoint.url);
      const way = await findWay(url, reach, resolve);
      if ("refusal" in way) return notSent(way.refusal);
      const timestamp = Math.floor(Date.now() / 1000);
      const headers = { ...FIXED, ...signatureHeaders({ id: eventId, timestamp, body }, signing) };
      return postWebhook({ url, addresses: way.addresses, headers, body }, limits);
    };
  };
}

const FIXED = {
  "content-type": "application/json; charset=utf-8",
  "user-agent": "Storehouse-Webhooks/1",
  accept: "*/*",
  "accept-encoding": "identity",
} as const;

const notSent = (error: string): WebhookOutcome => ({
  status: null,
  error,
  answer: null,
  durationMs: 0,
  isReceiverDown: true,
});
