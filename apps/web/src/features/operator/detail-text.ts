import type { PlatformEventRow } from "@storehouse/domain";
import { momentText } from "@storehouse/ui";
import { DETAIL_WORDS } from "./detail-words.ts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What a line of the log says besides, in one line: its reason alone, or each part by its name. Ids, which mean nothing to a reader, are left out. */
export function detailText(detail: PlatformEventRow["detail"]): string {
  if (detail === null) return "";
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    const text = textOf(value);
    return text === "" ? [] : [{ name, text }];
  });
  const [only] = parts;
  if (only?.name === "reason" && parts.length === 1) return only.text;
  return parts.map(({ name, text }) => `${DETAIL_WORDS[name] ?? plain(name)}: ${text}`).join(", ");
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ");
  if (typeof value === "boolean") return value ? DETAIL_WORDS.yes : DETAIL_WORDS.no;
  if (typeof value !== "string") return JSON.stringify(value);
  if (ID.test(value)) return "";
  return MOMENT.test(value) ? momentText(new Date(value)) : value;
}

const plain = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
