import { Popover } from "radix-ui";

const stay = (event: Event): void => event.preventDefault();

/** What is wrong with a change, said at its cell: over the table, which would cut it off, and with the focus left in the cell. */
export function CellProblem({ id, text }: { id: string; text: string }) {
  return (
    <Popover.Root open>
      <Popover.Anchor className="pointer-events-none absolute inset-0" />
      <Popover.Portal>
        <Popover.Content
          id={id}
          role="alert"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={stay}
          onCloseAutoFocus={stay}
          className="z-30 w-max max-w-72 rounded-md border border-problem bg-raised px-3 py-2 text-left text-xs font-normal text-problem shadow-md"
        >
          {text}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
