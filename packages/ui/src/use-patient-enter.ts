"use client";
import { type KeyboardEvent, useEffect, useState } from "react";

type PatientEnter = { text: string; isLoading: boolean; onEnter: () => void };

/**
 * Lets Enter wait for the answer to what was typed: a scanner types a code and Enter faster than a server answers, and the list still shows
 * something else. `onEnter` is called once the answer is there, unless the text was changed meanwhile.
 */
export function usePatientEnter({ text, isLoading, onEnter }: PatientEnter) {
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  useEffect(() => {
    if (waitingFor === null || isLoading) return;
    // Outside the effect itself: choosing changes what is drawn.
    const timer = setTimeout(() => {
      setWaitingFor(null);
      if (waitingFor === text) onEnter();
    });
    return () => clearTimeout(timer);
  }, [waitingFor, isLoading, text, onEnter]);
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !isLoading) return;
    event.preventDefault();
    event.stopPropagation();
    setWaitingFor(text);
  };
}
