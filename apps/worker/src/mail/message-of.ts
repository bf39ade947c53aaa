import { type DueEmail, isMailAddress, mailLine } from "@storehouse/services";

/** An e-mail as it goes out. */
export type Message = Readonly<{ from: string; to: string; subject: string; text: string; messageId: string }>;

/**
 * Makes the message of an e-mail. Its id follows from the row's, so that one sent again is known as the same; the link leads into the app. Throws for
 * an address that is not one plain address, which the outbox never holds.
 */
export function messageOf(email: DueEmail, from: string, publicUrl: string | null): Message {
  if (!isMailAddress(email.toAddress)) {
    throw Object.assign(new Error("an e-mail is addressed to what is no address"), { code: "EENVELOPE" });
  }
  const link = publicUrl === null || email.path === null ? "" : `\n\n${new URL(email.path, publicUrl).href}`;
  return {
    from,
    to: email.toAddress,
    subject: mailLine(email.subject, 200),
    text: `${email.body}${link}\n`,
    messageId: `<${email.id}@${from.split("@")[1] ?? "storehouse"}>`,
  };
}
