"use client";
import { readDay, type ReadDayOptions } from "@storehouse/domain";
import { CalendarDays } from "lucide-react";
import { useRef } from "react";
import { Field } from "./field.tsx";
import { useFormats } from "./format-provider.tsx";
import { dayInWords, dayText, todayIn } from "./format-time.ts";
import { Input } from "./input.tsx";
import { say } from "./words.ts";

type DateFieldProps = {
  label: string;
  /** What is typed: "fri", "-2w", "12/3". Read it with `useReadDay`. */
  text: string;
  onText: (text: string) => void;
  onBlur?: () => void;
  error?: string | undefined;
  /** Stands below while nothing is typed. */
  hint?: string;
  placeholder?: string;
  isOptional?: boolean;
  isRequired?: boolean;
  isLabelHidden?: boolean;
  /** Whether a day without a year lies behind, as most that happened, or ahead. */
  lean?: "past" | "future";
  max?: string;
  className?: string;
};

/** Reads a typed day as the factory writes days, on its calendar. */
export function useReadDay(lean: ReadDayOptions["lean"] = "past") {
  const { timeZone, dateFormat } = useFormats();
  const today = todayIn(timeZone);
  return { today, read: (text: string) => readDay(text, { today, dateFormat, lean }) };
}

/** A day, typed as people say it and said back in plain words below; or picked from the calendar. */
export function DateField({
  text,
  onText,
  onBlur,
  error,
  hint,
  placeholder,
  lean = "past",
  max,
  ...field
}: DateFieldProps) {
  const { today, read } = useReadDay(lean);
  const typed = read(text);
  const day = "day" in typed ? typed.day : undefined;
  const echo = day === undefined ? undefined : dayInWords(day, today);
  return (
    <Field {...field} error={error} hint={<span aria-live="polite">{echo ?? hint ?? say("dayExamples")}</span>}>
      <Input
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        onChange={(event) => onText(event.target.value)}
        onBlur={onBlur}
        after={<CalendarButton day={day} max={max} onPick={onText} />}
      />
    </Field>
  );
}

type CalendarButtonProps = { day: string | undefined; max: string | undefined; onPick: (text: string) => void };

/** Opens the device's own calendar beside a typed day. */
export function CalendarButton({ day, max, onPick }: CalendarButtonProps) {
  const { dateFormat } = useFormats();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <span className="relative flex">
      <button
        type="button"
        aria-label={say("pickFromCalendar")}
        className="-mr-1.5 flex size-7 items-center justify-center rounded-md hover:bg-hover coarse:size-10"
        onClick={() => picker.current?.showPicker()}
      >
        <CalendarDays aria-hidden className="size-4" />
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none absolute inset-0 opacity-0"
        value={day ?? ""}
        max={max}
        onChange={(event) => event.target.value && onPick(dayText(event.target.value, dateFormat))}
      />
    </span>
  );
}
