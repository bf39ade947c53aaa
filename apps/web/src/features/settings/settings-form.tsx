"use client";
import { type FactorySettings, UpdateSettingsInput } from "@storehouse/domain";
import { Banner, Button, Card, Combobox, Field, FormActions, Select } from "@storehouse/ui";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { StaleBanner } from "../../components/stale-banner.tsx";
import { useRecordForm } from "../../components/use-record-form.ts";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { reasonMessage, useCan } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { currencyOptions, DATE_OPTIONS, MINIMUM_OPTIONS, NUMBER_OPTIONS, zoneOptions } from "./options.ts";

const LABELS = wordsOf({
  timeZone: "settings.timeZone",
  currency: "settings.currency",
  numberFormat: "settings.figures",
  dateFormat: "settings.days",
  minimumRule: "settings.whatCountsAsLow",
});

/** Clocks, money, how figures and days are written, and what is low. */
export function SettingsForm({ settings }: { settings: FactorySettings }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const { isCurrencyFixed, closedThrough: _, ...values } = settings;
  const form = useZodForm(UpdateSettingsInput, { defaultValues: values });
  const { errors, isDirty } = form.formState;
  const update = trpc.settings.update.useMutation();
  const saving = useRecordForm({
    form,
    // A period that is closed beside this form is no change of what stands in it.
    version: settings.version,
    save: (input, version) => update.mutateAsync({ ...input, version: version ?? settings.version }),
    doneText: t("settings.settingsSaved"),
    onDone: () => void utils.invalidate(),
  });
  // Some hundred of each, made once.
  const [zones] = useState(zoneOptions);
  const [currencies] = useState(currencyOptions);
  const mayChange = can("settings.update");
  return (
    <Card title={t("settings.clocksFiguresAndDays")}>
      <form noValidate onSubmit={saving.submit}>
        <fieldset disabled={!mayChange} className="space-y-5">
          {saving.refusal ? <Banner meaning="problem">{saving.refusal}</Banner> : null}
          {saving.stale ? (
            <StaleBanner failure={saving.stale} labels={LABELS} onTake={saving.takeTheirs} onKeep={saving.keepMine} />
          ) : null}
          <Field
            label={LABELS.timeZone}
            hint={t("settings.daysBeginAndEndBy")}
            error={reasonMessage(errors.timeZone?.message)}
          >
            <Controller
              control={form.control}
              name="timeZone"
              render={({ field }) => (
                <Combobox
                  options={zones}
                  value={field.value}
                  valueLabel={field.value.replaceAll("_", " ")}
                  onChange={(zone) => zone !== null && field.onChange(zone)}
                  onBlur={field.onBlur}
                  isDisabled={!mayChange}
                  searchPlaceholder={t("settings.searchCities")}
                  emptyText={t("settings.noSuchZone")}
                />
              )}
            />
          </Field>
          <Field
            label={LABELS.currency}
            hint={isCurrencyFixed ? t("settings.fixedSinceTheFirstBooking") : t("settings.chooseItNowOnceSomething")}
            error={reasonMessage(errors.currency?.message)}
          >
            <Controller
              control={form.control}
              name="currency"
              render={({ field }) => (
                <Combobox
                  options={currencies}
                  value={field.value}
                  onChange={(code) => code !== null && field.onChange(code)}
                  onBlur={field.onBlur}
                  isDisabled={isCurrencyFixed || !mayChange}
                  searchPlaceholder={t("settings.searchCurrencies")}
                  emptyText={t("settings.noSuchCurrency")}
                />
              )}
            />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={LABELS.numberFormat} error={reasonMessage(errors.numberFormat?.message)}>
              <Controller
                control={form.control}
                name="numberFormat"
                render={({ field }) => <Select {...pick(field)} options={NUMBER_OPTIONS} isDisabled={!mayChange} />}
              />
            </Field>
            <Field label={LABELS.dateFormat} error={reasonMessage(errors.dateFormat?.message)}>
              <Controller
                control={form.control}
                name="dateFormat"
                render={({ field }) => <Select {...pick(field)} options={DATE_OPTIONS} isDisabled={!mayChange} />}
              />
            </Field>
          </div>
          <Field
            label={LABELS.minimumRule}
            hint={t("settings.changingItMarksEveryProduct")}
            error={reasonMessage(errors.minimumRule?.message)}
          >
            <Controller
              control={form.control}
              name="minimumRule"
              render={({ field }) => <Select {...pick(field)} options={MINIMUM_OPTIONS} isDisabled={!mayChange} />}
            />
          </Field>
          {mayChange ? (
            <FormActions className="max-sm:-mb-5">
              <Button type="submit" variant="primary" isPending={saving.isPending} disabled={!isDirty}>
                {t("common.save")}
              </Button>
            </FormActions>
          ) : null}
        </fieldset>
      </form>
    </Card>
  );
}

type Bound<Value> = { value: Value; onChange: (value: Value) => void; onBlur: () => void };
const pick = <Value,>({ value, onChange, onBlur }: Bound<Value>): Bound<Value> => ({ value, onChange, onBlur });
