"use client";
import { createContext, type ReactNode, use, useLayoutEffect } from "react";
import { currentFormats, type Formats, setCurrentFormats } from "./formats.ts";

const FormatContext = createContext<Formats | null>(null);

/** Gives what is within one way of writing figures, days and times: the factory's. */
export function FormatProvider({ formats, children }: { formats: Formats; children: ReactNode }) {
  useLayoutEffect(() => setCurrentFormats(formats), [formats]);
  return <FormatContext value={formats}>{children}</FormatContext>;
}

/** How the factory writes figures, days and times. */
export const useFormats = (): Formats => use(FormatContext) ?? currentFormats();
