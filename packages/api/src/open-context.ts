import type { RequestContext, SignedIn, Visit } from "./context.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import type { LiveHub } from "./live/live-hub.ts";

/** A request's context, and how to give back what it came to hold. */
export type OpenContext = Readonly<{
  ctx: RequestContext;
  /** Something was written: whoever watches this factory's feed here is told at once. */
  written: () => Promise<void>;
  close: () => Promise<void>;
}>;

type Admitted = SignedIn & Readonly<{ release: () => void }>;

type OpenParts = Readonly<{ doorkeeper: Doorkeeper; hub: LiveHub }> & Pick<RequestContext, "onCall">;

/** Opens the context of one request, batch or not. Nobody is looked up before a procedure asks who is there. */
export function openContext({ doorkeeper, hub, onCall }: OpenParts, visit: Visit): OpenContext {
  let admitted: Promise<Admitted> | undefined;
  return {
    ctx: { visit, door: doorkeeper.door, onCall, signIn: () => (admitted ??= doorkeeper.admit(visit)) },
    written: async () => {
      const factoryId = (await admitted)?.factory.id;
      if (factoryId !== undefined) hub.poke(factoryId);
    },
    close: async () => {
      // Whoever was refused holds nothing.
      (await admitted?.catch(() => undefined))?.release();
    },
  };
}
