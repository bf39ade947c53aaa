"use client";
import { WebhookContent, type WebhookRow } from "@storehouse/domain";
import { Checkbox, Field, Input } from "@storehouse/ui";
import { Controller, type UseFormReturn } from "react-hook-form";
import { z } from "zod";
import { t, wordsOf } from "../../language/t.ts";
import { reasonMessage } from "../session/index.ts";
import { EventBoxes } from "./event-boxes.tsx";
import { eventsText } from "./event-words.ts";

export const WebhookForm = WebhookContent.extend({ isActive: z.boolean() });
export type WebhookValues = z.input<typeof WebhookForm>;
export type WebhookOutput = z.output<typeof WebhookForm>;

export const WEBHOOK_LABELS = wordsOf({
  url: "program.address",
  description: "program.whatItIsFor",
  events: "program.tellIt",
  isActive: "program.itIsTold",
});

const SAMPLE_ADDRESS = "https://shop.example.com/storehouse";

/** What the form begins with. */
export const valuesOf = (record: WebhookRow | null): WebhookValues => ({
  url: record?.url ?? "",
  description: record?.description ?? "",
  events: [...(record?.events ?? (["entry.posted", "entry.corrected", "entry.reversed", "making.done"] as const))],
  isActive: record?.isActive ?? true,
});

type WebhookFieldsProps = {
  form: UseFormReturn<WebhookValues, unknown, WebhookOutput>;
  isNew: boolean;
  mayChange: boolean;
};

/** The fields of a webhook, new or there already. */
export function WebhookFields({ form, isNew, mayChange }: WebhookFieldsProps) {
  const { errors } = form.formState;
  return (
    <>
      <Field
        label={WEBHOOK_LABELS.url}
        hint={t("program.addressHint")}
        error={reasonMessage(errors.url?.message)}
        isRequired
      >
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={SAMPLE_ADDRESS}
          autoFocus={isNew}
          {...form.register("url")}
        />
      </Field>
      <Field label={WEBHOOK_LABELS.description} isOptional error={reasonMessage(errors.description?.message)}>
        <Input autoComplete="off" {...form.register("description")} />
      </Field>
      {isNew ? null : (
        <Controller
          control={form.control}
          name="isActive"
          render={({ field }) => (
            <Checkbox
              label={t("program.toldOfWhatHappens")}
              checked={field.value}
              onCheckedChange={(isOn) => field.onChange(isOn === true)}
            />
          )}
        />
      )}
      <details open={isNew || errors.events !== undefined} className="group">
        <summary className="cursor-pointer">
          <span className="font-semibold">{WEBHOOK_LABELS.events}</span>{" "}
          <span className="text-quiet group-open:hidden">
            {t("program.whenEvent", { what: eventsText(form.watch("events")) })}
          </span>
        </summary>
        <div className="space-y-2 pt-3">
          {errors.events ? (
            <p role="alert" className="text-xs text-problem">
              {t("program.chooseAtLeastOne")}
            </p>
          ) : null}
          <Controller
            control={form.control}
            name="events"
            render={({ field }) => (
              <EventBoxes chosen={field.value} onChange={field.onChange} isDisabled={!mayChange} />
            )}
          />
        </div>
      </details>
    </>
  );
}
