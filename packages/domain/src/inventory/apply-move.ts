import { mulDiv, QUANTITY_SCALE, worth } from "../decimal.ts";
import { fail } from "../failure.ts";
import { QUANTITY_LIMIT } from "./base-quantity.ts";
import type { LevelState, Move, MoveEffect, StockState } from "./move.ts";

const MONEY_LIMIT = 10n ** 18n;

/** What a move leaves behind: the variant's and the place's new state, and the entry that tells of it. */
export type Applied = Readonly<{ stock: StockState; level: LevelState; effect: MoveEffect }>;

/**
 * Applies one move. Undefined when the place has less free than the move takes.
 *
 * Value follows the moving average (product.md, Costing), and the sum of all values is the variant's value to the last digit:
 * - what comes in at a cost adds quantity × cost; without a cost it comes in at the average, value ÷ on hand;
 * - what goes out takes value × quantity ÷ on hand, rounded half up; what takes the last piece takes all that is left of the value;
 * - undoing an issue gives back the value it took; undoing a receipt takes the value it brought, but never more than there is,
 *   and all of it with the last piece;
 * - `before` is the value that a mirror turns round: of the entry right before, or of all before for what is made of them.
 *
 * So value >= 0 always, and value = 0 where nothing is left. Throws AMOUNT_TOO_LARGE when a sum does not fit its column.
 */
export function applyMove(stock: StockState, level: LevelState, move: Move, before = 0n): Applied | undefined {
  const { quantity } = move;
  if (level.onHand - level.reserved + quantity < 0n) return undefined;

  const balance = level.onHand + quantity;
  const onHand = stock.onHand + quantity;
  const value = valueOf(stock, move, before);
  const sequence = stock.sequence + 1;
  assertFits(move, onHand, stock.value + value);
  return {
    stock: { onHand, value: stock.value + value, sequence },
    level: { onHand: balance, reserved: level.reserved },
    effect: { move, value, unitCost: unitCostOf(move, value), balance, sequence },
  };
}

function valueOf(stock: StockState, { quantity, valuation }: Move, before: bigint): bigint {
  if (quantity < 0n && -quantity === stock.onHand) return -stock.value;
  switch (valuation.kind) {
    case "cost":
      return worth(quantity, valuation.unitCost);
    case "average":
      return stock.onHand === 0n
        ? worth(quantity, valuation.fallbackCost)
        : mulDiv(stock.value, quantity, stock.onHand);
    case "original":
      return -smaller(valuation.value, stock.value);
    case "mirror":
    case "gathered":
      return -before;
  }
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function unitCostOf({ quantity, valuation }: Move, value: bigint): bigint | null {
  if (valuation.kind === "cost") return valuation.unitCost;
  const unitCost = mulDiv(value, 10n ** BigInt(QUANTITY_SCALE), quantity);
  return unitCost < MONEY_LIMIT ? unitCost : null;
}

function assertFits({ line, valuation }: Move, onHand: bigint, value: bigint): void {
  if (onHand >= QUANTITY_LIMIT) fail({ code: "AMOUNT_TOO_LARGE", field: `lines.${line}.quantity` });
  const field = `lines.${line}.${valuation.kind === "cost" ? "unitCost" : "quantity"}`;
  if (value >= MONEY_LIMIT) fail({ code: "AMOUNT_TOO_LARGE", field });
}
