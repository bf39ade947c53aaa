export { deliverOutbox, type DueEmail, type SendEmail, type SendOutcome } from "./deliver-outbox.ts";
export { isMailAddress, mailLine } from "./mail-text.ts";
export { nextEmailDue } from "./next-email-due.ts";
export { tidyMessages } from "./tidy-messages.ts";
