import type { WebhookEvent } from "@storehouse/domain";
import { v7 } from "uuid";
import type { TenantContext } from "../context.ts";
import { createWebhook } from "./create-webhook.ts";
import type { SendWebhook, WebhookOutcome } from "./deliver-webhooks.ts";
import type { WebhookPorts } from "./ports.ts";

/** What the API gives these verbs, with a lock that anybody can look through. */
export const ports: WebhookPorts = {
  newWebhookSecret: (id) => {
    const secret = `whsec_${v7()}`;
    return { secret, locked: { secret: `locked ${id} ${secret}`, secretKeyId: "k1" } };
  },
  webhookReach: { isLoopbackAllowed: false },
};

export const URL_OK = "https://shop.example.com/hook?key=canary";

/** A clock that the test moves on. */
export function createClock() {
  let now = new Date("2026-03-01T00:00:00Z");
  return {
    now: () => now,
    wait: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    soon: () => new Date(now.getTime() + 60_000),
  };
}

type Tenant = Readonly<{ ctx: () => TenantContext }>;

/** Adds an endpoint for some events. */
export async function hook(tenant: Tenant, events: readonly WebhookEvent[], url = URL_OK): Promise<string> {
  const id = v7();
  await createWebhook(tenant.ctx(), ports, { id, url, description: null, events: [...events] });
  return id;
}

export const taken: WebhookOutcome = { status: 200, error: null, answer: "ok", durationMs: 5, isReceiverDown: false };
export const broken: WebhookOutcome = { ...taken, status: 500, answer: "oops" };
export const down: WebhookOutcome = {
  ...taken,
  status: null,
  error: "ECONNREFUSED",
  answer: null,
  isReceiverDown: true,
};

/** Sends into a list, and answers as told. */
export function collector(answer: (n: number) => WebhookOutcome = () => taken) {
  const sent: { eventId: string; url: string; body: Record<string, unknown> }[] = [];
  const send: SendWebhook = async ({ eventId, body, endpoint }) => {
    sent.push({ eventId, url: endpoint.url, body: JSON.parse(body) as Record<string, unknown> });
    return answer(sent.length);
  };
  return { sent, send };
}
