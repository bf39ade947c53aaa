"use client";
import { momentText, useFormats } from "@storehouse/ui";

/** A moment in the factory's own time. */
export function When({ at }: { at: string }) {
  const formats = useFormats();
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {momentText(new Date(at), formats)}
    </time>
  );
}
