"use client";
import { type MomentReach, momentAt, wallClock } from "@storehouse/domain";
import { Button, Card, Field, Input, momentText, toast, useFormats } from "@storehouse/ui";
import { History } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

const REFRESHED_MS = 60_000;

/** The way back to a minute between two backups, where the server keeps a log; where it keeps none, that is said. */
export function MomentCard() {
  const reach = trpc.backup.reach.useQuery(undefined, { refetchInterval: REFRESHED_MS });
  const formats = useFormats();
  if (!reach.data) return null;
  const { earliest, reason } = reach.data;
  const hint =
    earliest === null ? noneText(reason) : t("sideCopy.atHint", { earliest: momentText(new Date(earliest), formats) });
  return (
    <Card title={t("sideCopy.atTitle")} hint={hint}>
      {earliest === null ? null : <MomentForm earliest={new Date(earliest)} now={new Date(reach.data.now)} />}
    </Card>
  );
}

function noneText(reason: MomentReach["reason"]): string {
  if (reason === "LOG_GONE") return t("sideCopy.atGone");
  return reason === "NO_BACKUP" ? t("sideCopy.atSoon") : t("sideCopy.atNone");
}

function MomentForm({ earliest, now }: { earliest: Date; now: Date }) {
  const { timeZone } = useFormats();
  const router = useRouter();
  const utils = trpc.useUtils();
  const minuteOf = (at: Date): string => wallClock(timeZone, at).slice(0, 16);
  const [typed, setTyped] = useState(() => minuteOf(now));
  const open = trpc.backup.openCopyAt.useMutation({
    onSuccess: async ({ id }) => {
      router.push(`/backups/copies/${id}`);
      await utils.backup.sideCopies.invalidate();
    },
    onError: (error) =>
      error.data?.failure?.code === "INVALID" ? null : toast(errorMessage(error), { meaning: "problem" }),
  });
  const [day = "", time = ""] = typed.split("T");
  const error = open.error?.data?.failure?.code === "INVALID" ? errorMessage(open.error) : undefined;
  return (
    <form
      className="flex flex-wrap items-end gap-x-4 gap-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate({ id: newId(), at: momentAt(timeZone, day, `${time.slice(0, 5)}:00`).toISOString() });
      }}
    >
      <Field label={t("sideCopy.atLabel")} error={error} className="w-full sm:w-64">
        <Input
          type="datetime-local"
          required
          value={typed}
          min={minuteOf(new Date(earliest.getTime() + 60_000))}
          max={minuteOf(now)}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button type="submit" isPending={open.isPending} disabled={typed === ""} className="w-full sm:w-auto">
        <History aria-hidden />
        {t("sideCopy.atOpen")}
      </Button>
    </form>
  );
}
