"use client";
import { useMe } from "./me.tsx";

type MomentTextProps = { value: string; isLong?: boolean };

/** A moment in the factory's time zone: today by its time, else by its day. The whole of it stands in the tooltip. */
export function MomentText({ value, isLong = false }: MomentTextProps) {
  const { timeZone } = useMe();
  const moment = new Date(value);
  const whole = moment.toLocaleString("en-GB", { timeZone, dateStyle: "medium", timeStyle: "medium" });
  return (
    <time dateTime={value} title={whole} className="tabular whitespace-nowrap">
      {isLong
        ? moment.toLocaleString("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" })
        : short(moment, timeZone)}
    </time>
  );
}

function short(moment: Date, timeZone: string): string {
  const dayOf = (date: Date) => date.toLocaleDateString("en-GB", { timeZone });
  const time = moment.toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  if (dayOf(moment) === dayOf(new Date())) return time;
  const day = moment.toLocaleDateString("en-GB", { timeZone, day: "numeric", month: "short" });
  return moment.getFullYear() === new Date().getFullYear() ? `${day}, ${time}` : `${day} ${moment.getFullYear()}`;
}
