import { randomBytes } from "node:crypto";
import { createWebhookVault, parseKeys } from "@storehouse/tenancy";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findWay, type Resolve } from "./find-way.ts";
import { openSender } from "./open-sender.ts";
import { postWebhook } from "./post-webhook.ts";
import { type Receiver, startReceiver } from "./receiver.fixture.ts";

const keys = parseKeys(`k1:${randomBytes(32).toString("base64")}`);
const FACTORY = "0199c000-0000-7000-8000-000000000001";
const ENDPOINT = "0199c000-0000-7000-8000-000000000002";
const vault = createWebhookVault(keys, FACTORY);
const { secret, locked } = vault.newSecret(ENDPOINT);
const limits = { totalMs: 400, readBytes: 64 * 1024, keptCharacters: 1_000 };

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.behave(200);
  receiver.received.length = 0;
});

const due = (url: string, secrets = [locked]) => ({
  id: "d",
  eventId: "0199c000-0000-7000-8000-000000000003",
  body: '{"type":"entry.posted"}',
  endpoint: { id: ENDPOINT, url, secrets },
});
const sender = (resolve?: Resolve, isLoopbackAllowed = true) =>
  openSender({ keys, reach: { isLoopbackAllowed }, limits, ...(resolve && { resolve }) })(FACTORY);
const at = (...addresses: string[]) => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

test("a receiver is told the bytes that were signed, and its answer is kept", async () => {
  receiver.behave((res) => res.writeHead(202, { "content-type": "text/plain" }).end("taken \u0000 ✓"));
  expect(await sender()(due(receiver.url))).toMatchObject({
    status: 202,
    error: null,
    answer: "taken � ✓",
    isReceiverDown: false,
  });
  const [got] = receiver.received;
  expect(new Webhook(secret).verify(got?.body ?? "", got?.headers ?? {})).toEqual({ type: "entry.posted" });
  expect(got?.headers["webhook-id"]).toBe(due("").eventId);
});

test("a secret of another endpoint or factory signs nothing, and nothing is sent", async () => {
  const other = createWebhookVault(keys, "0199c000-0000-7000-8000-00000000000f").newSecret(ENDPOINT).locked;
  expect(await sender()(due(receiver.url, [other]))).toMatchObject({ status: null, error: "SECRET_UNREADABLE" });
  expect(receiver.received).toEqual([]);
});

test("a redirect is an answer like any other, and leads nowhere", async () => {
  const secretPlace = await startReceiver();
  receiver.behave((res) => res.writeHead(302, { location: secretPlace.url }).end());
  expect(await sender()(due(receiver.url))).toMatchObject({ status: 302 });
  receiver.behave((res) => res.writeHead(307, { location: "http://169.254.169.254/latest/meta-data" }).end());
  expect(await sender()(due(receiver.url))).toMatchObject({ status: 307 });
  expect(secretPlace.connections()).toBe(0);
  await secretPlace.close();
});

test.each([
  "https://10.0.0.1/",
  "https://0x7f.1/",
  "https://[::ffff:7f00:1]/",
  "https://[2002:7f00:1::]/",
  "https://metadata.google.internal/",
  "https://example.com:22/",
  "https://user:secret@example.com/",
  "http://example.com/",
])("%s is refused before anything is looked up", async (url) => {
  let asked = 0;
  const resolve: Resolve = async () => {
    asked += 1;
    return at("127.0.0.1");
  };
  expect(await sender(resolve, false)(due(url))).toMatchObject({ status: null, error: "ADDRESS_REFUSED" });
  expect(asked).toBe(0);
});

test("a public name that leads inside is refused, and so is one that does so in part", async () => {
  const before = receiver.connections();
  for (const addresses of [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::1"], ["fd00::1", "2606:4700::1"]]) {
    const send = sender(async () => at(...addresses), false);
    expect(await send(due("https://rebind.example.com/"))).toMatchObject({ error: "ADDRESS_REFUSED" });
  }
  expect(receiver.connections()).toBe(before);
});

test("a name that means something else a moment later is asked for once, and what was checked is what is connected to", async () => {
  const answers = [at("93.184.215.14"), at("127.0.0.1")];
  let asked = 0;
  const resolve: Resolve = async () => answers[asked++] ?? [];
  const way = await findWay(new URL("https://rebind.example.com/"), { isLoopbackAllowed: false }, resolve);
  expect(way).toEqual({ addresses: at("93.184.215.14") });
  expect(asked).toBe(1);
  // A name that no DNS knows gets to where the checked address is: nobody is asked again.
  const url = new URL(`http://rebind.invalid:${receiver.port}/pinned`);
  const post = { url, addresses: at("127.0.0.1"), headers: {}, body: "{}" };
  expect(await postWebhook(post, limits)).toMatchObject({ status: 200 });
  expect(receiver.received.map(({ path, headers }) => [path, headers["host"]])).toEqual([
    ["/pinned", `rebind.invalid:${receiver.port}`],
  ]);
});

test("the loopback setting leads to loopback and nowhere else", async () => {
  const send = sender(async () => at("10.0.0.1"));
  expect(await send(due("http://localhost:80/"))).toMatchObject({ error: "ADDRESS_REFUSED" });
  expect(await sender(undefined, false)(due(receiver.url))).toMatchObject({ error: "ADDRESS_REFUSED" });
});

test("a receiver that says nothing, or talks ever so slowly, costs so long and no more", async () => {
  receiver.behave(() => undefined);
  expect(await sender()(due(receiver.url))).toMatchObject({ status: null, error: "TIMED_OUT", isReceiverDown: true });
  receiver.behave((res) => {
    res.writeHead(200);
    const drip = setInterval(() => res.write("."), 50);
    res.on("close", () => clearInterval(drip));
  });
  const startedAt = performance.now();
  expect(await sender()(due(receiver.url))).toMatchObject({ status: null, error: "TIMED_OUT" });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test("of an answer without end the beginning is read", async () => {
  let written = 0;
  receiver.behave((res) => {
    res.writeHead(200);
    const pour = (): void => {
      while (!res.destroyed && res.write("x".repeat(16 * 1024))) written += 16;
      if (!res.destroyed) res.once("drain", pour);
    };
    pour();
  });
  const outcome = await sender()(due(receiver.url));
  expect(outcome).toMatchObject({ status: 200, error: null });
  expect(outcome.answer).toHaveLength(1_000);
  expect(written).toBeLessThan(20_000);
});

test("headers without end, and what is no HTTP at all, are the receiver's trouble", async () => {
  receiver.behave((res) => void res.socket?.end(`HTTP/1.1 200 OK\r\n${"x: y\r\n".repeat(20_000)}\r\n`));
  expect(await sender()(due(receiver.url))).toMatchObject({ status: null, isReceiverDown: true });
  receiver.behave((res) => void res.socket?.end("SSH-2.0-OpenSSH_9.9\r\n"));
  expect(await sender()(due(receiver.url))).toMatchObject({ status: null, isReceiverDown: true });
});

test("one that is not there, and a name that nobody knows, are told apart by a word", async () => {
  expect(await sender()(due("http://127.0.0.1:1/"))).toMatchObject({ error: "ECONNREFUSED", isReceiverDown: true });
  const lost = sender(async () => Promise.reject(new Error("ENOTFOUND")), false);
  expect(await lost(due("https://gone.example.com/"))).toMatchObject({ error: "NO_SUCH_HOST" });
});
