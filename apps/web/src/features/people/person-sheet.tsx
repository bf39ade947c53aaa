"use client";
import type { UserRow } from "@storehouse/domain";
import { Sheet } from "@storehouse/ui";
import { HistoryFold } from "../history/index.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { AddPersonForm } from "./add-person-form.tsx";
import { EditPersonForm } from "./edit-person-form.tsx";
import { SignInPanel } from "./sign-in-panel.tsx";

type PersonSheetProps = {
  state: Readonly<{ kind: "new" }> | Readonly<{ kind: "edit"; row: UserRow }> | null;
  onClose: () => void;
};

/** Adds a person, or changes one. */
export function PersonSheet({ state, onClose }: PersonSheetProps) {
  const can = useCan();
  return (
    <Sheet
      isOpen={state !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={state?.kind === "edit" ? state.row.name : t("people.addPerson")}
      {...(state?.kind === "edit" ? { description: state.row.username } : {})}
    >
      {state?.kind === "new" ? <AddPersonForm onDone={onClose} /> : null}
      {state?.kind === "edit" ? (
        <div key={state.row.id} className="space-y-6">
          <EditPersonForm row={state.row} onDone={onClose} />
          {can("users.reset") ? <SignInPanel row={state.row} /> : null}
          <HistoryFold entity="user" entityId={state.row.id} onRestored={onClose} />
        </div>
      ) : null}
    </Sheet>
  );
}
