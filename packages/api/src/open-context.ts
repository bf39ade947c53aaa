import type { RequestContext, SignedIn, Visit } from "./context.ts";
import type { Doorkeeper } from "./doorkeeper.ts";

/** A request's context, and how to give back what it came to hold. */
export type OpenContext = Readonly<{ ctx: RequestContext; close: () => Promise<void> }>;

type Admitted = SignedIn & Readonly<{ release: () => void }>;

/** Opens the context of one request, batch or not. Nobody is looked up before a procedure asks who is there. */
export function openContext(doorkeeper: Doorkeeper, visit: Visit): OpenContext {
  let admitted: Promise<Admitted> | undefined;
  return {
    ctx: { visit, door: doorkeeper.door, signIn: () => (admitted ??= doorkeeper.admit(visit)) },
    close: async () => {
      // Whoever was refused holds nothing.
      (await admitted?.catch(() => undefined))?.release();
    },
  };
}
