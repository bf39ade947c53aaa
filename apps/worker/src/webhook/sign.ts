import { createHmac } from "node:crypto";

/** What is signed: the message's id, when it is sent, in whole seconds, and its body to the byte. */
export type Signed = Readonly<{ id: string; timestamp: number; body: string }>;

/**
 * The headers of a signed webhook (Standard Webhooks 1.0.0, "Signature scheme": https://github.com/standard-webhooks/standard-webhooks). Each key
 * signs once, so that a receiver which knows any of them can tell that it is genuine.
 */
export function signatureHeaders({ id, timestamp, body }: Signed, keys: readonly Buffer[]): Record<string, string> {
  const signatures = keys.map((key) => {
    const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
    return `v1,${digest}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}
