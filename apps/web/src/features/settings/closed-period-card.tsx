"use client";
import type { FactorySettings } from "@storehouse/domain";
import { addDays } from "@storehouse/domain";
import { Banner, Button, Card, DateField, dayText, Field, Input, toast, useFormats, useReadDay } from "@storehouse/ui";
import { type FormEvent, useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { failureOf, fieldsOf } from "../../trpc/failure-of.ts";
import { errorMessage, reasonMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

type Problems = Readonly<{ closedThrough?: string | undefined; reason?: string | undefined }>;

/** Up to which day the books are closed, and the way to move it. */
export function ClosedPeriodCard({ settings }: { settings: FactorySettings }) {
  const { closedThrough } = settings;
  const { dateFormat } = useFormats();
  const can = useCan();
  return (
    <Card title={t("settings.closedPeriods")} hint={t("settings.whatHappenedUpToThis")}>
      <div className="space-y-5">
        <p>
          {closedThrough === null
            ? t("settings.nothingIsClosed")
            : t.rich("settings.closedThrough", {
                day: dayText(closedThrough, dateFormat),
                b: (words) => <strong className="font-semibold">{words}</strong>,
              })}
        </p>
        {can("settings.close") ? <CloseForm key={closedThrough} settings={settings} /> : null}
      </div>
    </Card>
  );
}

function CloseForm({ settings }: { settings: FactorySettings }) {
  const { closedThrough, version } = settings;
  const can = useCan();
  const { today, read } = useReadDay();
  const utils = trpc.useUtils();
  const close = trpc.settings.closePeriod.useMutation();
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const typed = read(text);
  const day = "day" in typed ? typed.day : null;
  const isBack = closedThrough !== null && day !== null && day < closedThrough;
  const needsReason = isBack || (closedThrough !== null && text === "");

  const send = async (through: string | null) => {
    setProblems({});
    setRefusal(null);
    if (needsReason && reason.trim() === "") return setProblems({ reason: "REQUIRED" });
    try {
      await close.mutateAsync({ version, closedThrough: through, reason });
      toast(through === null ? t("settings.allPeriodsAreOpen") : t("settings.periodClosed"));
      await utils.invalidate();
    } catch (error) {
      const fields = fieldsOf(error) ?? {};
      setProblems({ closedThrough: fields.closedThrough?.[0], reason: fields.reason?.[0] });
      if (fields.closedThrough === undefined && fields.reason === undefined) setRefusal(errorMessage(error));
      if (failureOf(error)?.code === "STALE") await utils.settings.invalidate();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day === null) return setProblems({ closedThrough: text.trim() === "" ? "REQUIRED" : "DAY_UNREADABLE" });
    void send(day);
  };
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
      <DateField
        label={t("settings.closeThrough")}
        text={text}
        onText={(next) => {
          setText(next);
          setProblems({});
        }}
        max={addDays(today, -1)}
        error={reasonMessage(problems.closedThrough)}
      />
      {isBack && !can("settings.reopen") ? (
        <Banner meaning="attention">{t("settings.onlyAMasterCanOpen")}</Banner>
      ) : null}
      {closedThrough === null ? null : (
        <Field
          label={t("common.reason")}
          isOptional={!needsReason}
          hint={t("settings.neededToOpenDaysThat")}
          error={reasonMessage(problems.reason)}
        >
          <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={close.isPending}>
          {isBack ? t("settings.openTheDaysAfterIt") : t("settings.closeThePeriod")}
        </Button>
        {closedThrough !== null && can("settings.reopen") ? (
          <Button variant="ghost" disabled={close.isPending} onClick={() => void send(null)}>
            {t("settings.openAllPeriods")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
