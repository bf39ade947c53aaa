/** What a factory sends: e-mails to people, words to other programs. */
export type OutboxKind = "email" | "webhook";
