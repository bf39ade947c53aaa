"use client";
import { useEffect, useState } from "react";
import { useMe } from "../session/index.ts";
import { type Booking, type Draft, isTouched, newDraft } from "./draft.ts";

/**
 * A booking's draft, kept in this tab until it is stored: a reload, a failed save or a lost session loses nothing.
 * The copy belongs to this person in this factory. A new one begins at `locationId`.
 */
export function useKeptDraft(booking: Booking, locationId: string | null) {
  const { dbName, userId } = useMe();
  const place = `storehouse.booking.${dbName}.${userId}.${booking}`;
  const [draft, setDraft] = useState<Draft>(() => read(place) ?? newDraft(booking, locationId));
  useEffect(() => write(place, isTouched(draft) ? draft : null), [place, draft]);
  const forget = () => {
    // At once: the drawer may be gone before an effect could run, and a stored booking must never be offered again.
    write(place, null);
    setDraft(newDraft(booking));
  };
  return { draft, setDraft, forget };
}

function read(place: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null");
    return kept !== null && typeof kept === "object" && "lines" in kept && "clientId" in kept ? (kept as Draft) : null;
  } catch {
    return null;
  }
}

// A browser may refuse to store: the draft then lasts as long as the page.
function write(place: string, draft: Draft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(draft));
  } catch {
    return;
  }
}
