import { reasonMessage } from "../features/session/index.ts";
import { t } from "../language/t.ts";

type Counted = Readonly<{ unit: string; unitDecimals: number; units: readonly Readonly<{ code: string }>[] }>;

/** Why a typed quantity can't be taken, in words that fit what is counted: what is counted in pieces has no half. */
export function quantityMessage(reason: string | undefined, counted: Counted | null): string | undefined {
  if (counted === null) return reasonMessage(reason);
  if (reason === "UNIT_UNKNOWN")
    return t("booking.countedIn", { units: counted.units.map(({ code }) => code).join(", ") });
  if (counted.unitDecimals > 0) return reasonMessage(reason);
  if (reason === "TOO_MANY_DECIMALS") return t("booking.wholeOnly", { unit: counted.unit });
  return reason === "NUMBER_EXPECTED" ? t("booking.numberNeeded") : reasonMessage(reason);
}
