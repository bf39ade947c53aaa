"use client";
import { useEffect, useState } from "react";
import { useDebounced } from "./use-debounced.ts";

/** How hard a password is to guess: 0 at once, 4 not in a lifetime. Undefined while nothing is typed or the judge is still loading. */
export function usePasswordStrength(password: string, known: readonly string[]): Strength | undefined {
  const settled = useDebounced(password, 120);
  const others = useDebounced(known.join("\n"), 120);
  const [judged, setJudged] = useState<Readonly<{ password: string; score: Strength }>>();
  useEffect(() => {
    let isCurrent = true;
    const judgeIt = async () => {
      const score = await judge(settled, others.split("\n").filter(Boolean));
      if (isCurrent) setJudged({ password: settled, score });
    };
    if (settled !== "") void judgeIt();
    return () => {
      isCurrent = false;
    };
  }, [settled, others]);
  return password === "" ? undefined : judged?.score;
}

export type Strength = 0 | 1 | 2 | 3 | 4;

// The word lists are large, so they come only once somebody types a password.
async function judge(password: string, known: readonly string[]) {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const judged = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary }).check(password.slice(0, 100), [...known]);
  return judged.score;
}
