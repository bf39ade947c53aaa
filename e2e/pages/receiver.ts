import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a program was told, and how that was signed. */
export type Told = Readonly<{ id: string; time: string; signatures: string; body: string }>;

/** A program on this machine that takes all it is told. */
export async function openReceiver(): Promise<{ url: string; told: readonly Told[]; close: () => void }> {
  const told: Told[] = [];
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on("data", (part: Buffer) => parts.push(part));
    req.on("end", () => {
      const header = (name: string): string => String(req.headers[name]);
      const [id, time, signatures] = [header("webhook-id"), header("webhook-timestamp"), header("webhook-signature")];
      told.push({ id, time, signatures, body: Buffer.concat(parts).toString("utf8") });
      res.writeHead(200).end("thank you");
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/told`, told, close: () => server.close() };
}

/** Whether a secret signed it, as a program checks it by Standard Webhooks. */
export function isSignedBy(secret: string, { id, time, signatures, body }: Told): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const sign = createHmac("sha256", key).update(`${id}.${time}.${body}`).digest("base64");
  return signatures.split(" ").includes(`v1,${sign}`);
}
