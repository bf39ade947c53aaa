import type { DueEmail } from "@storehouse/services";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMailer } from "./open-mailer.ts";
import { startMailServer, type TestMailServer } from "./smtp.fixture.ts";

const FROM = "storehouse@fans.example";
const email: DueEmail = {
  id: "019ac000-0000-7000-8000-000000000001",
  toAddress: "asha@fans.example",
  subject: "Low: Steel rod at Main store",
  body: "- Low: Steel rod\n.\n..two dots",
  path: "/alerts",
  attempts: 0,
};

let server: TestMailServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mail-"));
  server = await startMailServer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});
beforeEach(() => {
  server.behave("takes");
  server.received.length = 0;
});

const mailer = () => openMailer({ smtpUrl: server.url, from: FROM, publicUrl: "https://stock.example.com" }, folder);
const headersOf = (message = ""): string[] => (message.split("\r\n\r\n")[0] ?? "").split(/\r\n(?! )/);

test("an e-mail goes out with its link, and sent again it is the same message", async () => {
  const send = mailer();
  expect(await send(email)).toEqual({ isSent: true });
  await send({ ...email, attempts: 1 });
  const [first = "", second = ""] = server.received;
  expect(first).toContain("Subject: Low: Steel rod at Main store");
  expect(first).toContain("https://stock.example.com/alerts");
  const idOf = (message: string) => /^Message-ID: (.*)$/m.exec(message)?.[1];
  expect(idOf(first)).toBe(`<${email.id}@fans.example>`);
  expect(idOf(second)).toBe(idOf(first));
});

test("a subject with line breaks adds no header, and an address with them goes nowhere", async () => {
  const send = mailer();
  await send(email);
  await send({ ...email, subject: "Low: rod\r\nBcc: all@fans.example\r\n\r\nBody" });
  const [clean, hostile] = server.received.map(headersOf);
  expect(hostile).toHaveLength(clean?.length ?? 0);
  expect(hostile?.some((line) => line.startsWith("Bcc"))).toBe(false);
  await expect(send({ ...email, toAddress: "asha@fans.example\r\nBcc: x@fans.example" })).resolves.toMatchObject({
    isSent: false,
  });
  expect(server.received).toHaveLength(2);
});

test("a recipient that is refused is this e-mail's trouble; one that hangs or is not there is everybody's", async () => {
  server.behave("refuses");
  expect(await mailer()(email)).toMatchObject({
    isSent: false,
    isServerDown: false,
    reason: expect.stringContaining("550"),
  });
  server.behave("breaks");
  expect(await mailer()(email)).toMatchObject({ isSent: false, reason: expect.stringContaining("451") });
  server.behave("hangs");
  const impatient = openMailer({ smtpUrl: server.url, from: FROM, publicUrl: null }, folder, 200);
  expect(await impatient(email)).toMatchObject({ isSent: false, isServerDown: true });
  const gone = openMailer({ smtpUrl: "smtp://127.0.0.1:1", from: FROM, publicUrl: null }, folder);
  expect(await gone(email)).toMatchObject({ isSent: false, isServerDown: true });
});

test("what is kept of a failure names neither address nor password", async () => {
  const secret = openMailer({ smtpUrl: "smtp://user:canary@127.0.0.1:1", from: FROM, publicUrl: null }, folder);
  expect(JSON.stringify(await secret(email))).not.toMatch(/canary|asha/);
});

test("without a mail server it is written to the log, without what opens something", async () => {
  const log = openMailer({ smtpUrl: null, from: FROM, publicUrl: null }, folder);
  const token = "abcdefghijklmnopqrstuvwxyz0123456789canary";
  expect(await log({ ...email, body: `Open https://stock.example.com/reset/${token}` })).toEqual({ isSent: true });
  const text = readFileSync(join(folder, "mail.log"), "utf8");
  expect(JSON.parse(text)).toMatchObject({ to: email.toAddress, subject: email.subject });
  expect(text).not.toContain("canary");
});
