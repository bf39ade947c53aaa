"use client";
import { cn, Field, Input, Select } from "@storehouse/ui";
import { LocationPicker } from "../location/index.ts";
import { useCan } from "../session/index.ts";
import { useUnits } from "../unit/index.ts";
import { useScanSetup } from "./scan-provider.tsx";
import { type Action, ACTIONS, type ScanSetup } from "./setup.ts";
import { ACTION_WORDS } from "./words.ts";

const OWN_UNIT = "own";
const USUAL = "Each product's usual place";

type SetupCardProps = { quantityText: string; onQuantity: (text: string) => void };

/** What the next scans do: chosen once, in sight all the time. */
export function SetupCard({ quantityText, onQuantity }: SetupCardProps) {
  const [setup, change] = useScanSetup();
  const { action } = setup;
  return (
    <div className="space-y-4">
      <ActionChoice action={action} onChoose={(next) => change((before) => ({ ...before, action: next }))} />
      {action === "look" ? (
        <p className="text-quiet">A scan shows what there is of it, and books nothing.</p>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
          <Places
            setup={setup}
            onPlaces={(places) => change((before) => ({ ...before, places: { ...before.places, ...places } }))}
          />
          <div className="grid grid-cols-[1fr_1.6fr] gap-3">
            <Field label="Each scan is">
              <Input
                className="tabular text-right"
                autoComplete="off"
                value={quantityText}
                onFocus={(event) => event.target.select()}
                onChange={(event) => onQuantity(event.target.value)}
              />
            </Field>
            <Field label="Counted in">
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
    <div role="group" aria-label="What a scan does" className="grid grid-cols-4 gap-1 rounded-lg border bg-sunken p-1">
      {ACTIONS.filter((one) => can(ACTION_WORDS[one].permission)).map((one) => {
        const { label, icon: Icon } = ACTION_WORDS[one];
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
            {label}
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
        <Field label="From">
          <LocationPicker
            isClearable
            placeholder="Usual place"
            value={places.from}
            onChange={(from) => onPlaces({ from })}
          />
        </Field>
        <Field label="To">
          <LocationPicker isClearable exceptId={places.from} value={places.to} onChange={(to) => onPlaces({ to })} />
        </Field>
      </div>
    );
  }
  const key = action === "out" ? "out" : "in";
  return (
    <Field label={key === "in" ? "Into" : "From"}>
      <LocationPicker isClearable placeholder={USUAL} value={places[key]} onChange={(id) => onPlaces({ [key]: id })} />
    </Field>
  );
}

function UnitChoice({ value, onChange }: { value: string | null; onChange: (unit: string | null) => void }) {
  const units = useUnits();
  return (
    <Select
      options={[
        { value: OWN_UNIT, label: "Its own unit" },
        ...units.map(({ code, name }) => ({ value: `unit ${code}`, label: code, hint: name })),
      ]}
      value={value === null ? OWN_UNIT : `unit ${value}`}
      onChange={(chosen) => onChange(chosen === OWN_UNIT ? null : chosen.slice("unit ".length))}
    />
  );
}
