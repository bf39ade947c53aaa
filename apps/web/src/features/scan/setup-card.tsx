"use client";
import { cn, Field, Input, Select } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { LocationPicker } from "../location/index.ts";
import { useCan } from "../session/index.ts";
import { useUnits } from "../unit/index.ts";
import { useScanSetup } from "./scan-provider.tsx";
import { type Action, ACTIONS, type ScanSetup } from "./setup.ts";
import { ACTION_LOOKS, actionWord } from "./words.ts";

const OWN_UNIT = "own";

type SetupCardProps = { quantityText: string; onQuantity: (text: string) => void };

/** What the next scans do: chosen once, in sight all the time. */
export function SetupCard({ quantityText, onQuantity }: SetupCardProps) {
  const [setup, change] = useScanSetup();
  const { action } = setup;
  return (
    <div className="space-y-4">
      <ActionChoice action={action} onChoose={(next) => change((before) => ({ ...before, action: next }))} />
      {action === "look" ? (
        <p className="text-quiet">{t("scan.booksNothing")}</p>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
          <Places
            setup={setup}
            onPlaces={(places) => change((before) => ({ ...before, places: { ...before.places, ...places } }))}
          />
          <div className="grid grid-cols-[1fr_1.6fr] gap-3">
            <Field label={t("scan.eachScanIs")}>
              <Input
                className="tabular text-right"
                autoComplete="off"
                value={quantityText}
                onFocus={(event) => event.target.select()}
                onChange={(event) => onQuantity(event.target.value)}
              />
            </Field>
            <Field label={t("scan.countedIn")}>
              <UnitChoice
                value={setup.units[action]}
                onChange={(unit) => change((before) => ({ ...before, units: { ...before.units, [action]: unit } }))}
              />
            </Field>
          </div>
        </div>
      )}
    </div>
  );
}

function ActionChoice({ action, onChoose }: { action: Action; onChoose: (action: Action) => void }) {
  const can = useCan();
  return (
    <div
      role="group"
      aria-label={t("scan.whatAScanDoes")}
      className="grid grid-cols-4 gap-1 rounded-lg border bg-sunken p-1"
    >
      {ACTIONS.filter((one) => can(ACTION_LOOKS[one].permission)).map((one) => {
        const { icon: Icon } = ACTION_LOOKS[one];
        const isOn = one === action;
        return (
          <button
            key={one}
            type="button"
            aria-pressed={isOn}
            onClick={() => onChoose(one)}
            className={cn(
              "flex h-14 flex-col items-center justify-center gap-1 rounded-md text-xs text-quiet transition-colors hover:text-ink",
              isOn && "bg-accent font-semibold text-on-accent shadow-xs hover:text-on-accent",
            )}
          >
            <Icon aria-hidden className="size-5" />
            {actionWord(one)}
          </button>
        );
      })}
    </div>
  );
}

type PlacesProps = { setup: ScanSetup; onPlaces: (places: Partial<ScanSetup["places"]>) => void };

function Places({ setup: { action, places }, onPlaces }: PlacesProps) {
  if (action === "move") {
    return (
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("scan.from")}>
          <LocationPicker
            isClearable
            placeholder={t("scan.usualPlace")}
            value={places.from}
            onChange={(from) => onPlaces({ from })}
          />
        </Field>
        <Field label={t("scan.to")}>
          <LocationPicker isClearable exceptId={places.from} value={places.to} onChange={(to) => onPlaces({ to })} />
        </Field>
      </div>
    );
  }
  const key = action === "out" ? "out" : "in";
  return (
    <Field label={t(key === "in" ? "scan.into" : "scan.from")}>
      <LocationPicker
        isClearable
        placeholder={t("scan.eachUsualPlace")}
        value={places[key]}
        onChange={(id) => onPlaces({ [key]: id })}
      />
    </Field>
  );
}

function UnitChoice({ value, onChange }: { value: string | null; onChange: (unit: string | null) => void }) {
  const units = useUnits();
  return (
    <Select
      options={[
        { value: OWN_UNIT, label: t("scan.itsOwnUnit") },
        ...units.map(({ code, name }) => ({ value: `unit ${code}`, label: code, hint: name })),
      ]}
      value={value === null ? OWN_UNIT : `unit ${value}`}
      onChange={(chosen) => onChange(chosen === OWN_UNIT ? null : chosen.slice("unit ".length))}
    />
  );
}
