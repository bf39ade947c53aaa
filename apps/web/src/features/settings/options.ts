import type { DateFormat, MinimumRule, NumberFormat } from "@storehouse/domain";
import type { ComboboxOption, SelectOption } from "@storehouse/ui";
import { locale, t } from "../../language/t.ts";

/** Ways to group figures, each shown by a sample. */
export const NUMBER_OPTIONS: readonly SelectOption<NumberFormat>[] = [
  {
    value: "lakh",
    label: "12,34,567.50",
    get hint() {
      return t("settings.lakhCrore");
    },
  },
  {
    value: "thousand",
    label: "1,234,567.50",
    get hint() {
      return t("settings.thousandMillion");
    },
  },
  {
    value: "space",
    label: "1\u202f234\u202f567.50",
    get hint() {
      return t("settings.spaces");
    },
  },
  {
    value: "plain",
    label: "1234567.50",
    get hint() {
      return t("settings.notGrouped");
    },
  },
];

/** Ways to write a day, each shown by a sample. */
export const DATE_OPTIONS: readonly SelectOption<DateFormat>[] = [
  { value: "words", label: "24 Nov 2026" },
  {
    value: "dayFirst",
    label: "24/11/2026",
    get hint() {
      return t("settings.dayFirst");
    },
  },
  {
    value: "monthFirst",
    label: "11/24/2026",
    get hint() {
      return t("settings.monthFirst");
    },
  },
  {
    value: "iso",
    label: "2026-11-24",
    get hint() {
      return t("settings.yearFirst");
    },
  },
];

/** What counts as low. */
export const MINIMUM_OPTIONS: readonly SelectOption<MinimumRule>[] = [
  {
    value: "atOrBelow",
    get label() {
      return t("settings.atTheMinimumOrBelow");
    },
  },
  {
    value: "below",
    get label() {
      return t("settings.onlyBelowTheMinimum");
    },
  },
];

/** Every zone this browser knows, with the time it is there. */
export function zoneOptions(): readonly ComboboxOption[] {
  const now = new Date();
  return ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    hint: now.toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }),
    // Kolkata is in the list under its old name in some browsers.
    keywords: zone === "Asia/Calcutta" ? ["Kolkata", "India"] : [],
  }));
}

/** Every currency this browser knows, by code and name. */
export function currencyOptions(): readonly ComboboxOption[] {
  const names = new Intl.DisplayNames(locale(), { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({ value: code, label: code, hint: names.of(code) ?? "" }));
}
