import { type Entity, type Failure, isBuiltIn, type Shortage } from "@storehouse/domain";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";
import { dayText, groupDigits } from "@storehouse/ui";
import { failureOf, fieldsOf, isOutage } from "../../trpc/failure-of.ts";
import { reasonMessage } from "./reason-message.ts";

type Words = { [Code in Failure["code"]]: (failure: Extract<Failure, { code: Code }>) => string };

const NOUNS: Record<Entity, string> = {
  factory: "factory",
  user: "person",
  role: "role",
  session: "session",
  location: "place",
  subcategory: "subcategory",
  supplier: "supplier",
  unit: "unit",
  product: "product",
  variant: "variant",
  barcode: "barcode",
  entry: "entry",
  posting: "booking",
  formula: "formula",
  import: "import",
  settings: "setting",
  apiKey: "API key",
  sample: "sample",
  auditLine: "line",
  alert: "alert",
  notification: "notification",
};

// By the reason the reader of sheets gives.
const UNREADABLE: Readonly<Record<string, string>> = {
  EMPTY: "This file is empty. Choose the one with your products in it.",
  NO_ROWS: "This sheet has titles but no rows below them. Add your products and try again.",
  XLS: "This is an old Excel file (.xls). Open it in Excel, save it as .xlsx and try again.",
  PDF: "This is a PDF, which holds no cells. Choose the spreadsheet it was made from.",
  ZIP: "This is a folder packed as .zip. Unpack it and choose the sheet inside.",
  HTML: "This is a web page named like a sheet. Open it in Excel, save it as .xlsx and try again.",
  BINARY: "This file holds no text and no cells. Save your sheet as .xlsx or .csv and try again.",
  NOT_A_SHEET: "This file is no spreadsheet. Choose one that ends in .xlsx or .csv.",
  BROKEN: "This file is damaged. Open it in your spreadsheet program, save it anew as .xlsx and try again.",
  TOO_SLOW: "Reading this file takes too long. Save only its product rows as .csv and try again.",
};

const WORDS: Words = {
  NOT_FOUND: ({ entity }) => `This ${NOUNS[entity]} is not here any more. Reload the page to see what is.`,
  INVALID: ({ reason }) => reasonMessage(reason) ?? "Please check this.",
  TAKEN: ({ value }) =>
    value === "" || value.startsWith("{") ? "This is taken already." : `“${value}” is taken already. Choose another.`,
  STALE: ({ entity }) =>
    `Somebody else changed this ${NOUNS[entity]} meanwhile. Look at what they saved, then save again.`,
  IN_USE: ({ entity, by, count }) =>
    `This ${NOUNS[entity]} is used by ${counted(count, NOUNS[by])}. Change ${count === 1 ? "it" : "them"} first.`,
  ARCHIVED: ({ entity }) =>
    `This ${NOUNS[entity]} is archived. Take it back from the archive first, or choose another.`,
  INSUFFICIENT_STOCK: ({ shortages }) => shortages.map(shortageText).join(" "),
  ALREADY_REVERSED: () => "This was undone already. The entry that undid it stands beside it.",
  NOT_REVERSIBLE: () => "This entry cannot be undone: it undoes another one itself.",
  SAME_LOCATION: () => "Choose another place than the one it comes from.",
  AMOUNT_TOO_LARGE: () => "This amount is too large to be kept.",
  KEY_REUSED: () => "This was sent before with other contents. Reload the page and enter it anew.",
  OPENING_REPEATED: () => "This place has an opening stock already. Use an adjustment instead.",
  PERIOD_CLOSED: ({ closedThrough }) =>
    `The books are closed through ${dayText(closedThrough)}. Choose a later day, or ask a master to open them.`,
  FORMULA_CYCLE: ({ path }) => `This would make a product of itself: ${path.join(" → ")}. Leave it out.`,
  LAST_MASTER: () => "This is the only master. Make somebody else a master first, so that nobody is locked out.",
  LIMIT_REACHED: ({ limit, used, allowed }) =>
    `Your factory has ${used} of ${allowed} ${limit}. Remove one to add another.`,
  NOT_ALLOWED: ({ permission, grantedBy, masters }) =>
    `Your role does not ${permission === null ? "allow this" : `let you ${PERMISSION_WORDS[permission]}`}.${askWhom(grantedBy, masters)}`,
  NOT_SIGNED_IN: () => "You are signed out. Sign in again; what you typed is kept.",
  WRONG_CREDENTIALS: () => "Username or password is wrong. Check both, and what stands after the @.",
  WRONG_PASSWORD: () => "This is not your present password.",
  WRONG_CODE: () => "This code is wrong or was used before. Enter the one that shows now.",
  SECOND_STEP_REFUSED: () =>
    "This code was not accepted. Wait for the next one and enter that; if it has been a few minutes, start again.",
  LINK_INVALID: () =>
    "It was used, is older than 30 minutes, or was replaced by a newer one. Ask a master for a new link.",
  MUST_CHANGE_PASSWORD: () => "Choose a password of your own first. Reload the page to do so.",
  FACTORY_NOT_READY: () => "This factory is still being set up. Try again in a moment.",
  FACTORY_SUSPENDED: ({ reason }) => `This factory is suspended${reason ? `: ${reason}` : "."} Its data is safe.`,
  SIGN_UP_CLOSED: () => "New factories are not being taken at the moment. Please come back later.",
  FILE_UNREADABLE: ({ reason }) =>
    UNREADABLE[reason] ?? "This file could not be read. Save it as .xlsx or .csv and try again.",
  TOO_LARGE: ({ what, limit }) => `This is too large: ${what} may be ${groupDigits(String(limit))} at the most.`,
  IMPORT_HAS_PROBLEMS: ({ count }) =>
    `${counted(count, "problem")} left. Fix or skip ${count === 1 ? "it" : "them"} first.`,
  WRONG_STATE: ({ entity, state }) =>
    state === "BUILT_IN"
      ? "This role is built in and stays as it is. Make one of your own instead."
      : `This ${NOUNS[entity]} has moved on meanwhile. Reload the page to see where it stands.`,
  RATE_LIMITED: ({ retryAfterSeconds }) => `Too many tries. Wait ${duration(retryAfterSeconds)}, then try again.`,
  BUSY: () => "Many people are at it right now. Nothing was changed; try again in a moment.",
  UNAVAILABLE: () => "Storehouse cannot be reached right now. Nothing was changed; it is being tried again.",
};

/** What went wrong, in words a person can act on. */
export function failureMessage<Code extends Failure["code"]>(failure: Extract<Failure, { code: Code }>): string {
  const say: (failure: Extract<Failure, { code: Code }>) => string = WORDS[failure.code as Code];
  return say(failure);
}

/** Words for whatever a request was refused with, a lost connection and a bug included. */
export function errorMessage(error: unknown): string {
  const failure = failureOf(error);
  if (failure) return failureMessage(failure);
  if (isOutage(error)) return WORDS.UNAVAILABLE({ code: "UNAVAILABLE", retryAfterSeconds: 1 });
  const reasons = Object.values(fieldsOf(error) ?? {}).flat();
  if (reasons.length > 0) return reasonMessage(reasons[0]) ?? "Please check what you entered.";
  return "Something went wrong on our side. Nothing was changed; try again, or tell us the request's number.";
}

/** One short line: what there was, and what was asked for. */
export function shortageText(shortage: Shortage): string {
  const { available, wanted, unit, productName, locationName, isOverAllPlaces = false } = shortage;
  const there = /[1-9]/.test(available) ? `Only ${groupDigits(available)} ${unit}` : "Nothing";
  const where = isOverAllPlaces ? "at all places together" : `at ${locationName}`;
  return `${there} of ${productName} free ${where}; you asked for ${groupDigits(wanted)} ${unit}.`;
}

const counted = (count: number, noun: string) =>
  `${count} ${count === 1 ? noun : noun === "person" ? "people" : noun.replace(/y$/, "ie").concat("s")}`;

function askWhom(roles: readonly string[], masters: readonly string[] = []): string {
  if (roles.length === 0) return "";
  const who = ` Ask somebody who is ${roles.map((role) => (isBuiltIn(role) ? role : `“${role}”`)).join(" or ")}`;
  return masters.length === 0 ? `${who}.` : `${who}, or have ${masters.join(" or ")} give you such a role.`;
}

const duration = (seconds: number) =>
  seconds < 90 ? counted(Math.max(1, Math.ceil(seconds)), "second") : counted(Math.ceil(seconds / 60), "minute");
