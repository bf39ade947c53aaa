import { MODULE_WORDS } from "../../components/module-words.ts";
import { type Entity, type Failure, isBuiltIn, type Shortage } from "@storehouse/domain";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";
import { t, wordsOf } from "../../language/t.ts";
import { dayText, groupDigits } from "@storehouse/ui";
import { failureOf, fieldsOf, isOutage } from "../../trpc/failure-of.ts";
import { reasonMessage } from "./reason-message.ts";

type Words = { [Code in Failure["code"]]: (failure: Extract<Failure, { code: Code }>) => string };

const noun = (entity: Entity): string => t(`entity.${entity}`);

// By the reason the reader of sheets gives.
const UNREADABLE: Readonly<Record<string, string>> = wordsOf({
  EMPTY: "failure.thisFileIsEmptyChoose",
  NO_ROWS: "failure.thisSheetHasTitlesBut",
  XLS: "failure.thisIsAnOldExcel",
  PDF: "failure.thisIsAPdfWhich",
  ZIP: "failure.thisIsAFolderPacked",
  HTML: "failure.thisIsAWebPage",
  BINARY: "failure.thisFileHoldsNoText",
  NOT_A_SHEET: "failure.thisFileIsNoSpreadsheet",
  BROKEN: "failure.thisFileIsDamagedOpen",
  TOO_SLOW: "failure.readingThisFileTakesToo",
});

const WORDS: Words = {
  NOT_FOUND: ({ entity }) => t("failure.notFound", { entity: noun(entity) }),
  INVALID: ({ reason }) => reasonMessage(reason) ?? t("failure.pleaseCheckThis"),
  TAKEN: ({ value }) =>
    value === "" || value.startsWith("{")
      ? t("failure.thisIsTakenAlready")
      : t("failure.isTakenAlreadyChooseAnother", { value }),
  STALE: ({ entity }) => t("failure.somebodyElseChangedThisMeanwhile", { entity: noun(entity) }),
  IN_USE: ({ entity, by, count }) =>
    t("failure.inUse", { noun: noun(entity), users: t(`entity.${by}Counted`, { count }), count }),
  ARCHIVED: ({ entity }) => t("failure.archived", { entity: noun(entity) }),
  INSUFFICIENT_STOCK: ({ shortages }) => shortages.map(shortageText).join(" "),
  ALREADY_REVERSED: () => t("failure.thisWasUndoneAlreadyThe"),
  NOT_REVERSIBLE: () => t("failure.thisEntryCannotBeUndone"),
  SAME_LOCATION: () => t("failure.chooseAnotherPlaceThanThe"),
  AMOUNT_TOO_LARGE: () => t("failure.thisAmountIsTooLarge"),
  KEY_REUSED: () => t("failure.thisWasSentBeforeWith"),
  OPENING_REPEATED: () => t("failure.thisPlaceHasAnOpening"),
  PERIOD_CLOSED: ({ closedThrough }) =>
    t("failure.theBooksAreClosedThrough", { closedThrough: dayText(closedThrough) }),
  FORMULA_CYCLE: ({ path }) => t("failure.thisWouldMakeAProduct", { path: path.join(" → ") }),
  LAST_MASTER: () => t("failure.thisIsTheOnlyMaster"),
  LIMIT_REACHED: ({ limit, used, allowed }) => {
    const planned = PLANNED[limit];
    if (planned === undefined) return t("failure.limitReached", { used, allowed, limit: wordOf(limit) });
    return t("failure.planReached", {
      used: groupDigits(String(used)),
      allowed: groupDigits(String(allowed)),
      limit: planned,
    });
  },
  NOT_ALLOWED: ({ permission, grantedBy, masters }) =>
    permission === null
      ? t("failure.notAllowed", { ask: askWhom(grantedBy, masters) })
      : t("failure.notAllowedTo", { permission: PERMISSION_WORDS[permission], ask: askWhom(grantedBy, masters) }),
  NOT_SIGNED_IN: () => t("failure.youAreSignedOutSign"),
  WRONG_CREDENTIALS: () => t("failure.usernameOrPasswordIsWrong"),
  WRONG_PASSWORD: () => t("failure.thisIsNotYourPresent"),
  WRONG_CODE: () => t("failure.thisCodeIsWrongOr"),
  SECOND_STEP_REFUSED: () => t("failure.thisCodeWasNotAccepted"),
  LINK_INVALID: () => t("failure.itWasUsedIsOlder"),
  MUST_CHANGE_PASSWORD: () => t("failure.chooseAPasswordOfYour"),
  FACTORY_NOT_READY: ({ state }) => {
    if (state === "MOVING") return t("failure.beingMoved");
    return state === "RESTORING" ? t("failure.beingRestored") : t("failure.thisFactoryIsStillBeing");
  },
  FACTORY_SUSPENDED: ({ reason }) => (reason ? t("failure.suspendedBecause", { reason }) : t("failure.suspended")),
  SUPPORT_CLOSED: () => t("failure.supportClosed"),
  SUPPORT_READ_ONLY: () => t("failure.supportReadOnly"),
  DIRECTORY_CLOSED: () => t("failure.directoryClosed"),
  READ_ONLY: () => t("failure.readOnly"),
  MODULE_DISABLED: ({ module }) => t("failure.moduleOff", { module: MODULE_WORDS[module] }),
  SIGN_UP_CLOSED: () => t("failure.newFactoriesAreNotBeing"),
  FILE_UNREADABLE: ({ reason }) => UNREADABLE[reason] ?? t("failure.thisFileCouldNotBe"),
  TOO_LARGE: ({ what, limit }) => t("failure.tooLarge", { what: wordOf(what), limit: groupDigits(String(limit)) }),
  IMPORT_HAS_PROBLEMS: ({ count }) => t("failure.problemsLeft", { count }),
  WRONG_STATE: ({ entity, state }) =>
    state === "BUILT_IN"
      ? t("failure.thisRoleIsBuiltIn")
      : t("failure.thisHasMovedOnMeanwhile", { entity: noun(entity) }),
  TAKE_FIRST: ({ name, needs }) =>
    t("failure.takeFirst", { name, needs: needs.map((one) => `${noun(one.entity)} ${one.name}`).join(", ") }),
  RATE_LIMITED: ({ retryAfterSeconds }) =>
    t("failure.tooManyTriesWaitThen", { retryAfterSeconds: duration(retryAfterSeconds) }),
  BUSY: () => t("failure.manyPeopleAreAtIt"),
  UNAVAILABLE: () => t("failure.storehouseCannotBeReachedRight"),
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
  if (reasons.length > 0) return reasonMessage(reasons[0]) ?? t("failure.pleaseCheckWhatYouEntered");
  return t("failure.somethingWentWrongOnOur");
}

/** One short line: what there was, and what was asked for. */
export function shortageText(shortage: Shortage): string {
  const { available, wanted, unit, productName, locationName, isOverAllPlaces = false } = shortage;
  const values = { product: productName, wanted: `${groupDigits(wanted)} ${unit}`, place: locationName };
  const free = /[1-9]/.test(available) ? `${groupDigits(available)} ${unit}` : "";
  if (free === "") return isOverAllPlaces ? t("failure.noneAnywhere", values) : t("failure.noneThere", values);
  return isOverAllPlaces
    ? t("failure.shortAnywhere", { ...values, free })
    : t("failure.shortThere", { ...values, free });
}

// What is limited, by the word the server counts it under.
const LIMITED: Readonly<Record<string, string>> = wordsOf({
  units: "failure.limitedUnits",
  roles: "failure.limitedRoles",
  variants: "failure.limitedVariants",
  request: "failure.limitedRequest",
  formula: "failure.limitedFormula",
  "lines in a file": "failure.limitedLines",
  columns: "failure.limitedColumns",
  rows: "failure.limitedRows",
  sideCopies: "failure.limitedSideCopies",
});
// What the factory's plan limits, as the server counts it.
const PLANNED: Readonly<Record<string, string>> = wordsOf({
  users: "failure.plannedUsers",
  products: "failure.plannedProducts",
  locations: "failure.plannedLocations",
});
const wordOf = (limited: string): string => LIMITED[limited] ?? limited;

function askWhom(roles: readonly string[], masters: readonly string[] = []): string {
  if (roles.length === 0) return "";
  const or = ` ${t("failure.or")} `;
  const who = roles.map((role) => (isBuiltIn(role) ? t(`entity.${role}`) : `“${role}”`)).join(or);
  return masters.length === 0
    ? t("failure.askRole", { who })
    : t("failure.askMaster", { who, masters: masters.join(or) });
}

const duration = (seconds: number) =>
  seconds < 90
    ? t("failure.seconds", { count: Math.max(1, Math.ceil(seconds)) })
    : t("failure.minutes", { count: Math.ceil(seconds / 60) });
