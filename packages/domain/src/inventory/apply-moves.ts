import { applyMove } from "./apply-move.ts";
import type { LevelState, Move, MoveEffect, StockState } from "./move.ts";

/** Where the variants of some moves stand, by variant, and by variant and place. Who asks holds the lock on them. */
export type LedgerState = Readonly<{
  stocks: ReadonlyMap<string, StockState>;
  levels: ReadonlyMap<string, LevelState>;
}>;

/** A move that found too little. */
export type ShortMove = Readonly<{ move: Move; onHand: bigint; available: bigint }>;

/** What a list of moves did, in its order. With `shorts`, nothing of it may be written. */
export type AppliedMoves = LedgerState & Readonly<{ effects: readonly MoveEffect[]; shorts: readonly ShortMove[] }>;

const NOTHING: LevelState = { onHand: 0n, reserved: 0n };

/** The key of a place in a ledger state. */
export const placeKey = (variantId: string, locationId: string): string => `${variantId}/${locationId}`;

/**
 * Applies moves one after the other, each to what the one before left. A move that falls short is set aside, with the mirror that follows it,
 * and the rest goes on, so that every shortage is found; what is gathered from moves of which one fell short is left out. Throws AMOUNT_TOO_LARGE.
 */
export function applyMoves(state: LedgerState, moves: readonly Move[]): AppliedMoves {
  const stocks = new Map(state.stocks);
  const levels = new Map(state.levels);
  const effects: MoveEffect[] = [];
  const shorts: ShortMove[] = [];
  let before: MoveEffect | undefined;

  for (const move of moves) {
    if (move.valuation.kind === "mirror" && before === undefined) continue;
    if (move.valuation.kind === "gathered" && shorts.length > 0) continue;
    const key = placeKey(move.variantId, move.locationId);
    const level = levels.get(key) ?? NOTHING;
    const letGo = move.valuation.kind === "gathered" ? sumOf(effects) : before?.value;
    const applied = applyMove(stockOf(stocks, move), level, move, letGo);
    before = applied?.effect;
    if (applied === undefined) {
      shorts.push({ move, onHand: level.onHand, available: level.onHand - level.reserved });
      continue;
    }
    stocks.set(move.variantId, applied.stock);
    levels.set(key, applied.level);
    effects.push(applied.effect);
  }
  return { stocks, levels, effects, shorts };
}

function stockOf(stocks: ReadonlyMap<string, StockState>, { variantId }: Move): StockState {
  const stock = stocks.get(variantId);
  if (stock === undefined) throw new Error(`variant ${variantId} was not locked`);
  return stock;
}

const sumOf = (effects: readonly MoveEffect[]): bigint => effects.reduce((sum, { value }) => sum + value, 0n);
