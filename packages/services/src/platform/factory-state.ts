import { FACTORY_STATES, type FactoryState } from "@storehouse/domain";

/** A stored state as one of the states there are. */
export function toFactoryState(stored: string): FactoryState {
  const state = FACTORY_STATES.find((known) => known === stored);
  if (state === undefined) throw new Error(`The registry holds a state that does not exist: ${stored}`);
  return state;
}
