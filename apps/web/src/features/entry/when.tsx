"use client";
import { useMe } from "../session/index.ts";

/** A moment in the factory's own time. */
export function When({ at }: { at: string }) {
  const { timeZone } = useMe();
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {format.format(new Date(at))}
    </time>
  );
}
