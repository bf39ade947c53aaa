"use client";
import { dayIn } from "@storehouse/domain";
import { dayText, momentText, timeText, todayIn, useFormats } from "@storehouse/ui";

type MomentTextProps = { value: string; isLong?: boolean };

/** A moment on the factory's clocks: today by its time, else by its day. The whole of it stands in the tooltip. */
export function MomentText({ value, isLong = false }: MomentTextProps) {
  const formats = useFormats();
  const at = new Date(value);
  const day = dayIn(formats.timeZone, at);
  const isToday = day === todayIn(formats.timeZone);
  return (
    <time
      dateTime={value}
      title={`${dayText(day, formats.dateFormat)}, ${timeText(at, formats, true)}`}
      className="tabular whitespace-nowrap"
    >
      {isToday && !isLong ? timeText(at, formats) : momentText(at, formats)}
    </time>
  );
}
