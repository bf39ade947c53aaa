import { useEffect, useState } from "react";

const CALM_MS = 2_000;

/** True once the page has come to rest: what is only likely to be wanted can be fetched now. Never where the person saves data. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    if (isSavingData()) return undefined;
    // Safari knows no idle callback.
    const wait = window.requestIdleCallback ?? ((act: () => void) => window.setTimeout(act, 0));
    const timer = window.setTimeout(() => wait(() => setIdle(true)), CALM_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return isIdle;
}

function isSavingData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
