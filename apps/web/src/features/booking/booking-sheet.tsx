"use client";
import { Button, Kbd, Sheet, Tabs } from "@storehouse/ui";
import type { VariantChoice } from "@storehouse/domain";
import { useEffect, useEffectEvent, useId } from "react";
import { useBooking } from "../../components/use-booking.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { BookingForm } from "./booking-form.tsx";
import { BOOKINGS, type Booking, type Draft, type DraftLine, newLine } from "./draft.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useSaveBooking } from "./use-save-booking.ts";

const TITLES: Record<Booking, string> = wordsOf({ in: "common.bookIn", out: "common.bookOut", move: "common.move" });

/** The booking drawer: open while the address says `?book=in`, `out` or `move`; `&variant=` and `&place=` name what to begin with. */
export function BookingSheet() {
  const { kind, variantId, locationId, quantity, open, close } = useBooking();
  const can = useCan();
  if (kind === null || !can(kind === "move" ? "inventory.transfer" : "inventory.post")) return null;
  return (
    <OpenSheet key={kind} {...{ booking: kind, variantId, locationId, quantity }} onChange={open} onClose={close} />
  );
}

type OpenSheetProps = {
  booking: Booking;
  variantId: string | null;
  locationId: string | null;
  quantity: string | null;
  onChange: (booking: Booking) => void;
  onClose: () => void;
};

function OpenSheet({ booking, variantId, locationId, quantity, onChange, onClose }: OpenSheetProps) {
  const formId = useId();
  const { draft, setDraft, forget } = useKeptDraft(booking, variantId === null ? locationId : null);
  const { save, isPending } = useSaveBooking(booking);
  useChosenFirst(variantId, draft, (choice) =>
    setDraft((now) => ({
      ...now,
      lines: [begun(now.lines[0] ?? newLine(), choice, { locationId, quantity })],
      fromLocationId: locationId ?? choice.defaultLocationId,
    })),
  );
  const form = (
    <BookingForm
      id={formId}
      booking={booking}
      draft={draft}
      onChange={setDraft}
      onSave={async (sent) => {
        await save(sent);
        forget();
        onClose();
      }}
    />
  );
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={TITLES[booking]}
      footer={
        <>
          <span className="mr-auto text-xs text-faint max-sm:hidden">
            {t.rich("booking.keySaves", { key: () => <Kbd keys="Enter" /> })}
          </span>
          <Button variant="primary" type="submit" form={formId} isPending={isPending} className="max-sm:w-full">
            {TITLES[booking]}
          </Button>
        </>
      }
    >
      <Tabs
        label={t("booking.whatToBook")}
        value={booking}
        onChange={(next) => onChange(BOOKINGS.find((one) => one === next) ?? "in")}
        tabs={BOOKINGS.map((one) => ({ id: one, label: TITLES[one], content: one === booking ? form : null }))}
      />
    </Sheet>
  );
}

// It stays the same line, by its key: as another, its fields would be made anew, and a key pressed just then would go nowhere.
const begun = (
  line: DraftLine,
  choice: VariantChoice,
  start: Readonly<Record<"locationId" | "quantity", string | null>>,
) => ({
  ...newLine(choice, start.locationId),
  key: line.key,
  quantityText: line.quantityText || (start.quantity ?? ""),
});

// A link from a product's page or a level names the product: it stands in the first line from the start. Who types the quantity before it has come
// keeps what they typed; another product, from a booking that was begun before, stays.
function useChosenFirst(variantId: string | null, draft: Draft, onChoice: (choice: VariantChoice) => void): void {
  const isWanted = variantId !== null && draft.lines.length === 1 && draft.lines[0]?.choice === null;
  const found = trpc.products.find.useQuery({ variantId: variantId ?? "", limit: 1 }, { enabled: isWanted });
  const first = found.data?.rows[0];
  const tell = useEffectEvent(onChoice);
  // Asked anew with every change of the draft: a key pressed while the product came in was typed into the draft without it.
  useEffect(() => {
    if (isWanted && first?.variantId === variantId) tell(first);
  }, [isWanted, first, variantId, draft]);
}
