/** What the parts of a line of the service's log are called. */
export const DETAIL_WORDS: Readonly<Record<string, string>> & Readonly<{ yes: string; no: string }> = {
  yes: "yes",
  no: "no",
  after: "now",
  at: "as of",
  before: "before",
  closedMs: "closed for ms",
  dbName: "database",
  endsAt: "ends",
  isOn: "on",
  paidUntil: "paid until",
  requestedBy: "asked by",
  savedAt: "saved",
};
