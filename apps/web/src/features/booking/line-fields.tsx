"use client";
import { Button, cn, Field, groupDigits, Input, NumberInput, Quantity } from "@storehouse/ui";
import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { quantityMessage } from "../../components/quantity-message.ts";
import { trpc } from "../../trpc/client.tsx";
import { LocationPicker } from "../location/index.ts";
import { Unusual } from "../entry/index.ts";
import { VariantPicker } from "../product/index.ts";
import { reasonMessage, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { type Booking, type DraftLine, leftAfter, quantityOfLine, withChoice } from "./draft.ts";

type LineFieldsProps = {
  booking: Booking;
  line: DraftLine;
  /** Reason codes or words by field of this line: variantId, quantity, locationId, unitCost. */
  problems: Readonly<Record<string, string | undefined>>;
  /** The place a move takes from: what is left there is what counts. */
  fromLocationId: string | null;
  isOnly: boolean;
  onChange: (line: DraftLine) => void;
  onRemove: () => void;
};

/** One product, its quantity and its place. */
export function LineFields({ booking, line, problems, fromLocationId, isOnly, onChange, onRemove }: LineFieldsProps) {
  const { currency } = useMe();
  const quantity = useRef<HTMLInputElement>(null);
  const [isLeft, setLeft] = useState(false);
  const told = problems.quantity ?? (isLeft ? unreadable(line) : undefined);
  return (
    <div className="space-y-3">
      <Field label={t("common.product")} error={reasonMessage(problems.variantId)} isRequired>
        <VariantPicker
          choice={line.choice}
          onChosen={() => quantity.current?.focus()}
          onChoose={(choice) => onChange(withChoice(line, choice))}
        />
      </Field>
      <div className={booking === "move" ? "" : "grid grid-cols-2 gap-3"}>
        <Field
          label={t("common.quantity")}
          error={quantityMessage(told, line.choice)}
          hint={<Echo line={line} />}
          isRequired
        >
          <Input
            ref={quantity}
            inputMode="text"
            autoComplete="off"
            enterKeyHint="done"
            className="tabular text-right"
            placeholder={unitsHint(line)}
            value={line.quantityText}
            onFocus={() => setLeft(false)}
            onBlur={() => setLeft(true)}
            onChange={(event) => onChange({ ...line, quantityText: event.target.value })}
            after={line.choice?.unit ?? null}
          />
        </Field>
        {booking === "move" ? null : (
          <Field
            label={booking === "in" ? t("booking.into") : t("common.from")}
            error={reasonMessage(problems.locationId)}
            isRequired
          >
            <LocationPicker
              isOnlyOneTaken
              value={line.locationId}
              onChange={(locationId) => onChange({ ...line, locationId, isPlaceChosen: locationId !== null })}
            />
          </Field>
        )}
      </div>
      <Left
        booking={booking}
        line={line}
        locationId={booking === "move" ? fromLocationId : line.locationId}
        onTake={(quantityText) => onChange({ ...line, quantityText })}
      />
      <Unusual
        variantId={line.choice?.variantId}
        quantity={quantityOf(line)}
        isInbound={booking === "in"}
        verb={booking === "in" ? t("booking.comesIn") : t("booking.goesOut")}
      />
      {booking === "in" && line.choice ? (
        <Field
          label={t("booking.costOfOne")}
          isOptional
          error={reasonMessage(problems.unitCost)}
          hint={t("booking.perLeftEmptyItComes", { unit: line.choice.unit })}
        >
          <NumberInput
            currency={currency}
            value={line.unitCost}
            onChange={(event) => onChange({ ...line, unitCost: event.target.value })}
          />
        </Field>
      ) : null}
      {isOnly ? null : (
        <Button variant="ghost" size="sm" onClick={onRemove}>
          <Trash2 aria-hidden />
          {t("booking.removeThisLine")}
        </Button>
      )}
    </div>
  );
}

const quantityOf = (line: DraftLine): string | undefined => {
  const read = quantityOfLine(line);
  return "quantity" in read ? read.quantity : undefined;
};

// Arithmetic and other units are said back in base units before they are saved.
function Echo({ line }: { line: DraftLine }) {
  const read = quantityOfLine(line);
  if (line.choice === null || !("quantity" in read) || read.quantity === line.quantityText.trim()) return null;
  return (
    <span aria-live="polite">
      = <Quantity value={read.quantity} unit={line.choice.unit} />
    </span>
  );
}

type LeftProps = Pick<LineFieldsProps, "booking" | "line"> & {
  locationId: string | null;
  onTake: (quantityText: string) => void;
};

// What is there, and what will be left; where it is not enough, the one press that takes what there is.
function Left({ booking, line, locationId, onTake }: LeftProps) {
  const variantId = line.choice?.variantId ?? "";
  const levels = trpc.inventory.levels.useQuery(
    { variantId, isZeroShown: true, limit: 200 },
    { enabled: line.choice !== null && locationId !== null, staleTime: 5_000 },
  );
  if (line.choice === null || locationId === null || levels.data === undefined) return null;
  const { unit } = line.choice;
  const level = levels.data.rows.find((one) => one.locationId === locationId);
  const { onHand = "0", available = "0" } = level ?? {};
  const left = leftAfter(line, onHand, booking === "in" ? 1 : -1);
  const isShort = left?.startsWith("-") ?? false;
  return (
    <p
      aria-live="polite"
      className={cn("flex flex-wrap items-baseline gap-x-1.5 text-xs", isShort ? "text-problem" : "text-faint")}
    >
      <span>
        {t.rich(isShort ? "booking.notEnough" : "booking.thereNow", {
          now: () => <Quantity value={onHand} unit={unit} />,
        })}
        {left === undefined || isShort
          ? null
          : t.rich("booking.afterwards", {
              left: () => <Quantity value={left} unit={unit} className="font-semibold text-ink" />,
            })}
      </span>
      {isShort && /[1-9]/.test(available) ? (
        <Button variant="link" className="text-xs" onClick={() => onTake(available)}>
          {t("booking.take", { available: groupDigits(available), unit: line.choice.unit })}
        </Button>
      ) : null}
    </p>
  );
}

// On leaving the field; what is still empty is told on saving.
function unreadable(line: DraftLine): string | undefined {
  if (line.choice === null || line.quantityText.trim() === "") return undefined;
  const read = quantityOfLine(line);
  return "reason" in read ? read.reason : undefined;
}

function unitsHint(line: DraftLine): string {
  const other = line.choice?.units.find((unit) => unit.code !== line.choice?.unit);
  return other ? t("booking.as3Box2", { code: other.code }) : "";
}
