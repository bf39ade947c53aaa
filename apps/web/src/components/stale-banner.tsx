"use client";
import type { Failure } from "@storehouse/domain";
import { Banner, Button } from "@storehouse/ui";
import { validate as isUuid } from "uuid";
import { t } from "../language/t.ts";
import { asTyped } from "./merge-stale.ts";

type StaleBannerProps = {
  failure: Extract<Failure, { code: "STALE" }>;
  /** What the fields are called on this form; a field without a name is not told. */
  labels: Readonly<Record<string, string>>;
  /** Puts what the other person saved into the form. */
  onTake: () => void;
  /** Keeps what is typed, and takes theirs where nothing was. */
  onKeep: () => void;
};

/** Somebody else saved first: says what they changed, and lets the reader choose. */
export function StaleBanner({ failure, labels, onTake, onKeep }: StaleBannerProps) {
  const changes = failure.changed.filter((field) => field in labels);
  return (
    <Banner
      meaning="attention"
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={onTake}>
            {t("common.useTheirs")}
          </Button>
          <Button size="sm" onClick={onKeep}>
            {t("common.keepMine")}
          </Button>
        </div>
      }
    >
      <p className="font-semibold">{t("common.somebodyElseChangedThisWhile")}</p>
      {changes.length === 0 ? null : (
        <ul className="mt-1">
          {changes.map((field) => (
            <li key={field}>
              {labels[field]} {changeWords(asTyped(failure.current[field]))}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}

// What has no words of its own, as another record's id or a list, is only said to be another.
function changeWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return t("common.isNowEmpty");
  if (typeof value === "boolean") return value ? t("common.isNowOn") : t("common.isNowOff");
  if (typeof value !== "string" || isUuid(value)) return t("common.isAnotherNow");
  return t("common.isNow", { value });
}
