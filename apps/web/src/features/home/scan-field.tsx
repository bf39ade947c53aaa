"use client";
import type { VariantChoice } from "@storehouse/domain";
import { Button, Quantity } from "@storehouse/ui";
import { type FormEvent, useState } from "react";
import { CodeInput } from "../../components/code-input.tsx";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import { useBooking } from "../../components/use-booking.ts";
import { trpc } from "../../trpc/client.tsx";
import { nameOf } from "../product/index.ts";
import { errorMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

const CHOICES = 5;

/** A code that is typed or scanned opens what can be booked of it. */
export function ScanField() {
  const utils = trpc.useUtils();
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly VariantChoice[]>([]);
  const [said, setSaid] = useState<string>();
  const find = async (event: FormEvent) => {
    event.preventDefault();
    const search = text.trim();
    if (search === "") return;
    try {
      const { rows } = await utils.products.find.fetch({ search, limit: CHOICES });
      const exact = rows.filter(({ isExact }) => isExact);
      setFound(exact.length > 0 ? exact : rows);
      setSaid(rows.length === 0 ? t("home.nothingHasTheCodeOr", { search }) : undefined);
      setText("");
    } catch (error) {
      setSaid(errorMessage(error));
    }
  };
  return (
    <div className="space-y-3">
      <form onSubmit={(event) => void find(event)} className="flex gap-2">
        <CodeInput label={t("home.scanOrTypeACode")} text={text} onText={setText} />
        <Button type="submit">{t("home.find")}</Button>
      </form>
      <div aria-live="polite">
        {said ? <p className="text-quiet">{said}</p> : null}
        {found.length > 0 ? (
          <ul className="-mx-5 border-t">
            {found.map((choice, at) => (
              <FoundRow key={choice.variantId} choice={choice} isFirst={at === 0} />
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

function FoundRow({ choice, isFirst }: { choice: VariantChoice; isFirst: boolean }) {
  const can = useCan();
  const booking = useBooking();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-5 py-3 last:border-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-semibold">{nameOf(choice)}</p>
        <p className="text-xs text-faint">
          {choice.sku} ·{" "}
          {t.rich("home.onHand", { quantity: () => <Quantity value={choice.onHand} unit={choice.unit} /> })}
        </p>
      </div>
      <div className="flex gap-2">
        {BOOKING_VERBS.map(({ kind, label, permission }) =>
          // Making begins with what is to be made, not with what was scanned.
          kind === "make" || !can(permission) ? null : (
            <Button
              key={kind}
              variant={isFirst && kind === "out" ? "primary" : "secondary"}
              className="max-sm:px-3"
              onClick={() => booking.open(kind, { variantId: choice.variantId })}
            >
              {label}
            </Button>
          ),
        )}
      </div>
    </li>
  );
}
