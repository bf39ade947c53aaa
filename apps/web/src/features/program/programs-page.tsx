"use client";
import { Button, PageHeader, Tabs } from "@storehouse/ui";
import { KeyRound } from "lucide-react";
import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCan } from "../session/index.ts";
import { ApiReference } from "./api-reference.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { KeyTable } from "./key-table.tsx";

const TABS = ["keys", "reference"] as const;

/** Where other programs come in: their keys, and what they can ask for. The open tab and drawer stand in the URL. */
export function ProgramsPage() {
  const can = useCan();
  const [{ tab, add }, set] = useQueryStates({
    tab: parseAsStringLiteral(TABS).withDefault("keys"),
    add: parseAsBoolean.withDefault(false),
  });
  const mayAdd = can("apiKeys.create");
  const addButton = mayAdd ? (
    <Button variant="primary" onClick={() => void set({ add: true })}>
      <KeyRound aria-hidden />
      Make a key
    </Button>
  ) : null;
  return (
    <div className="space-y-5">
      <PageHeader
        title="Programs"
        hint="Let a till, a web shop or a script of yours read and book, each with a key of its own."
        actions={addButton}
      />
      <Tabs
        label="Programs"
        value={tab}
        onChange={(next) => void set({ tab: TABS.find((one) => one === next) ?? "keys" })}
        tabs={[
          { id: "keys", label: "Keys", content: tab === "keys" ? <KeyTable addButton={addButton} /> : null },
          { id: "reference", label: "Reference", content: tab === "reference" ? <ApiReference /> : null },
        ]}
      />
      {add && mayAdd ? <KeySheet onClose={() => void set({ add: null })} /> : null}
    </div>
  );
}
