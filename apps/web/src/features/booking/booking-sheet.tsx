"use client";
import { Button, Kbd, Sheet, Tabs } from "@storehouse/ui";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useEffect, useId } from "react";
import { trpc } from "../../trpc/client.tsx";
import { BookingForm } from "./booking-form.tsx";
import { BOOKINGS, type Booking, newLine } from "./draft.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useSaveBooking } from "./use-save-booking.ts";

const TITLES: Record<Booking, string> = { in: "Book in", out: "Book out", move: "Move" };
const ADDRESS = { book: parseAsStringLiteral(BOOKINGS), code: parseAsString };

/** The booking drawer: open while the address says `?book=in`, `out` or `move`; `&code=` names a product to begin with. */
export function BookingSheet() {
  const [{ book, code }, setAddress] = useQueryStates(ADDRESS);
  if (book === null) return null;
  const close = () => void setAddress({ book: null, code: null });
  return (
    <OpenSheet
      key={book}
      booking={book}
      code={code}
      onChange={(next) => void setAddress({ book: next })}
      onClose={close}
    />
  );
}

type OpenSheetProps = {
  booking: Booking;
  code: string | null;
  onChange: (booking: Booking) => void;
  onClose: () => void;
};

function OpenSheet({ booking, code, onChange, onClose }: OpenSheetProps) {
  const formId = useId();
  const { draft, setDraft, reset } = useKeptDraft(booking);
  const { save, isPending } = useSaveBooking(booking);
  useChosenFirst(code, draft.lines, (lines) => setDraft({ ...draft, lines }));
  const form = (
    <BookingForm
      id={formId}
      booking={booking}
      draft={draft}
      onChange={setDraft}
      onSave={async (sent) => {
        await save(sent);
        reset();
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
            <Kbd keys="Enter" /> saves
          </span>
          <Button variant="primary" type="submit" form={formId} isPending={isPending} className="max-sm:w-full">
            {TITLES[booking]}
          </Button>
        </>
      }
    >
      <Tabs
        label="What to book"
        value={booking}
        onChange={(next) => onChange(BOOKINGS.find((one) => one === next) ?? "in")}
        tabs={BOOKINGS.map((one) => ({ id: one, label: TITLES[one], content: one === booking ? form : null }))}
      />
    </Sheet>
  );
}

// A link from a product's page names the product: it stands in the first line from the start.
function useChosenFirst(
  code: string | null,
  lines: readonly ReturnType<typeof newLine>[],
  onLines: (lines: ReturnType<typeof newLine>[]) => void,
) {
  const isEmpty = lines.length === 1 && lines[0]?.choice === null;
  const found = trpc.products.find.useQuery({ search: code ?? "", limit: 1 }, { enabled: code !== null && isEmpty });
  const first = found.data?.rows[0];
  useEffect(() => {
    if (isEmpty && code !== null && first?.isExact) onLines([newLine(first)]);
  });
}
