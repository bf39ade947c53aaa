import { type LiveChange, type LiveEvent, mergeChanges } from "@storehouse/domain";
import type { Query, QueryClient } from "@tanstack/react-query";
import { touches } from "./touches.ts";

/** At most once in so long is asked anew, however much happens. */
const EVERY_MS = 1_000;
/** An answer under way may be older than the change: it is waited for, and then asked for again; but not for ever. */
const PATIENCE_MS = 5_000;

/** Makes what asks anew for what is on the screen and has changed, at once and then once a second. `stop` ends it. */
export function createApplier(client: QueryClient): Readonly<{ take: (event: LiveEvent) => void; stop: () => void }> {
  let pending: LiveChange[] = [];
  let isAllStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  const isTouched = ({ queryKey }: Pick<Query, "queryKey">): boolean =>
    isAllStale || pending.some((change) => touches(change, queryKey));

  const apply = (): void => {
    timer = undefined;
    if (!isAllStale && pending.length === 0) return;
    const isBusy = client.isFetching({ predicate: isTouched }) > 0;
    if (isBusy && Date.now() - since < PATIENCE_MS) {
      timer = setTimeout(apply, 150);
      return;
    }
    // What nobody sees is marked as stale, and asked for when somebody looks.
    const refetchType = document.visibilityState === "hidden" ? "none" : "active";
    void client.invalidateQueries({ predicate: isTouched, refetchType });
    pending = [];
    isAllStale = false;
    timer = setTimeout(apply, EVERY_MS);
  };

  return {
    take: ({ isStartOver, changes }) => {
      if (!isStartOver && changes.length === 0) return;
      if (pending.length === 0 && !isAllStale) since = Date.now();
      isAllStale ||= isStartOver;
      pending = [...mergeChanges([...pending, ...changes])];
      timer ??= setTimeout(apply, 0);
    },
    stop: () => clearTimeout(timer),
  };
}
