"use client";
import type { WebhookEvent } from "@storehouse/domain";
import { Checkbox } from "@storehouse/ui";
import { t } from "../../language/t.ts";
import { EVENT_GROUPS, EVENT_WORDS, GROUP_WORDS } from "./event-words.ts";

type EventBoxesProps = {
  chosen: readonly WebhookEvent[];
  onChange: (chosen: WebhookEvent[]) => void;
  isDisabled: boolean;
};

/** What a program can be told of, to tick one by one or a group at a time. */
export function EventBoxes({ chosen, onChange, isDisabled }: EventBoxesProps) {
  const toggle = (events: readonly WebhookEvent[], isOn: boolean) => {
    const others = chosen.filter((one) => !events.includes(one));
    onChange(isOn ? [...others, ...events] : others);
  };
  return (
    <div className="space-y-4">
      {EVENT_GROUPS.map(({ name, events }) => {
        const ticked = events.filter((event) => chosen.includes(event)).length;
        return (
          <fieldset key={name} disabled={isDisabled}>
            <legend className="sr-only">{GROUP_WORDS[name]}</legend>
            <Checkbox
              label={<span className="font-semibold">{GROUP_WORDS[name]}</span>}
              checked={ticked === events.length ? true : ticked > 0 ? "indeterminate" : false}
              onCheckedChange={(isOn) => toggle(events, isOn === true)}
            />
            <div className="ml-6.5">
              {events.map((event) => (
                <Checkbox
                  key={event}
                  label={<span className="text-quiet">{t("program.whenEvent", { what: EVENT_WORDS[event] })}</span>}
                  checked={chosen.includes(event)}
                  onCheckedChange={(isOn) => toggle([event], isOn === true)}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
