import type { SendEmail, SendOutcome } from "@storehouse/services";
import { createTransport } from "nodemailer";
import type { MailSettings } from "../env.ts";
import { logEmail } from "./log-email.ts";
import { messageOf } from "./message-of.ts";

// A server that hangs costs an e-mail this long and no more.
const WAIT_MS = 10_000;

/** The server answered, and would not take this one: another may fare better. */
const OF_THIS_EMAIL = new Set(["EENVELOPE", "EMESSAGE"]);

/** Opens the way e-mail leaves by: the mail server of the settings, or a log in the folder where there is none. */
export function openMailer(settings: MailSettings, logFolder: string, waitMs = WAIT_MS): SendEmail {
  const { smtpUrl, publicUrl, from } = settings;
  if (smtpUrl === null) return (email) => logEmail(logFolder, messageOf(email, from, publicUrl));
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: 2 * waitMs,
    dnsTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (email): Promise<SendOutcome> => {
    try {
      await transport.sendMail(messageOf(email, from, publicUrl));
      return { isSent: true };
    } catch (error) {
      const { code, reason } = describe(error);
      return { isSent: false, reason, isServerDown: !OF_THIS_EMAIL.has(code) };
    }
  };
}

/** By the code and what the server answered: the library's own words may hold the address or the login. */
function describe(error: unknown): { code: string; reason: string } {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const reason = [code ?? "UNKNOWN", responseCode, command].filter((part) => part !== undefined).join(" ");
  return { code: code ?? "UNKNOWN", reason };
}
