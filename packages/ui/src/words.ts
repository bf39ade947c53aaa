/** What the primitives say by themselves, in English; `{name}` stands for a value. */
export const UI_WORDS = {
  choose: "Choose",
  clear: "Clear",
  options: "Options",
  search: "Search",
  searching: "Searching…",
  nothingFound: "Nothing found",
  create: "Create “{typed}”",
  nothingCalled: "Nothing called “{text}”",
  backFrom: "Back from {label}",
  cellOf: "{column} of {label}",
  changeCell: "Change {cell}",
  select: "Select {label}",
  selectAll: "Select all loaded rows",
  chooseRows: "Choose rows",
  open: "Open {label}",
  close: "Close",
  remove: "Remove",
  columns: "Columns",
  showColumns: "Show columns",
  loadingMore: "Loading more…",
  waiting: "{count} new, shown once the pointer leaves the list",
  rows: "{count} rows",
  rowsAndMore: "{count} rows loaded, more below",
  nothingMatches: "Nothing matches",
  noRowPasses: "No row passes what you searched and filtered for.",
  clearAll: "Clear search and filters",
  couldNotBeLoaded: "This could not be loaded",
  tryAgain: "Try again",
  request: "Request {id}",
  optional: "optional",
  pending: "pending",
  done: "done",
  inProgress: "in progress",
  toCome: "to come",
  failed: "failed",
  dayExamples: "As fri, yesterday, -2w or 12/3.",
  dayExamplesShort: "As fri, -2w or 12/3.",
  pickFromCalendar: "Pick from a calendar",
  today: "today",
  yesterday: "yesterday",
  tomorrow: "tomorrow",
  daysAgo: "{count} days ago",
  monthsAgo: "{count} months ago",
  inDays: "in {count} days",
  inMonths: "in {count} months",
  rowsClose: "Rows close together",
  columnsAsAtFirst: "Columns as at first",
  sortedDown: "downwards, sorted",
  sortedUp: "upwards, sorted",
  upwards: "Upwards",
  downwards: "Downwards",
  sort: "Sort",
  firstBy: "First by",
  nothing: "Nothing",
  thenBy: "Then by",
  sortBy: "Sort by",
  cancel: "Cancel",
} as const;

export type UiWord = keyof typeof UI_WORDS;

/** How the primitives speak: their words, and the locale that names days and months. */
export type UiSpeech = Readonly<{
  say: (word: UiWord, values: Readonly<Record<string, string | number>>) => string;
  locale: () => string;
}>;

const ENGLISH: UiSpeech = {
  say: (word, values) => UI_WORDS[word].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")),
  locale: () => "en-GB",
};

let speech = ENGLISH;

/** Has the primitives speak another way than plain English. Asked anew for each word, so one way can serve several languages. */
export function setUiSpeech(next: UiSpeech): void {
  speech = next;
}

export const say = (word: UiWord, values: Readonly<Record<string, string | number>> = {}): string =>
  speech.say(word, values);

export const uiLocale = (): string => speech.locale();
