import type { CallBook } from "./call-book.ts";
import type { RequestContext, SignedIn, SignedInOperator, Visit } from "./context.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import type { LiveHub } from "./live/live-hub.ts";
import type { OperatorKeeper } from "./operator-keeper.ts";

/** A request's context, and how to give back what it came to hold. */
export type OpenContext = Readonly<{
  ctx: RequestContext;
  /** Something was written: whoever watches this factory's feed here is told at once. */
  written: () => Promise<void>;
  close: () => Promise<void>;
}>;

type Admitted = SignedIn & Readonly<{ release: () => void }>;

type OpenParts = Readonly<{ doorkeeper: Doorkeeper; operators: OperatorKeeper; book: CallBook; hub: LiveHub }> &
  Pick<RequestContext, "onCall">;

/** Opens the context of one request, batch or not. Nobody is looked up before a procedure asks who is there. */
export function openContext(parts: OpenParts, visit: Visit): OpenContext {
  const { doorkeeper, operators, book, hub } = parts;
  let admitted: Promise<Admitted> | undefined;
  let operator: Promise<SignedInOperator> | undefined;
  const onCall: RequestContext["onCall"] = (call) => {
    parts.onCall?.(call);
    // Whoever was refused at the door is counted for no factory.
    admitted?.then(({ factory }) => book.note(factory.id, call)).catch(() => undefined);
  };
  return {
    ctx: {
      visit,
      door: doorkeeper.door,
      onCall,
      signIn: () => (admitted ??= doorkeeper.admit(visit)),
      operators: { door: operators.door, signIn: () => (operator ??= operators.admit(visit)) },
    },
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
