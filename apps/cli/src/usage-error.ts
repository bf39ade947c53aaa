/** What is wrong is in the command or its environment; the message says what to do, and no stack is shown. */
export class UsageError extends Error {}
