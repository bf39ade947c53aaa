"use client";
import { Button, Quantity } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { useCan } from "../session/index.ts";
import { nameOf } from "../variant/index.ts";
import { AttachSheet } from "./attach-sheet.tsx";
import { NewProductSheet } from "../product/index.ts";
import type { Scan } from "./scan.ts";
import { useScanVerbs } from "./use-scan-verbs.ts";

/** What stands under a scan that needs a person: why, and what can be done. */
export function ScanHelp({ scan }: { scan: Scan }) {
  const { state, undoTrouble } = scan;
  if (undoTrouble !== null) return <p className="mt-2 text-problem">{t("scan.notUndone", { why: undoTrouble })}</p>;
  if (state.kind === "refused") return <Refused scan={scan} text={state.text} />;
  if (state.kind === "unknown") return <Unknown scan={scan} />;
  if (state.kind === "ambiguous") return <Ambiguous scan={scan} choices={state.choices} />;
  return null;
}

function Refused({ scan, text }: { scan: Scan; text: string }) {
  const { again, remove } = useScanVerbs(scan);
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <p className="min-w-0 flex-1 basis-60 text-problem">{text}</p>
      <Button size="sm" onClick={again}>
        {t("scan.tryAgain")}
      </Button>
      <Button size="sm" variant="ghost" onClick={remove}>
        {t("scan.remove")}
      </Button>
    </div>
  );
}

function Unknown({ scan }: { scan: Scan }) {
  const can = useCan();
  const { again, remove } = useScanVerbs(scan);
  const [open, setOpen] = useState<"attach" | "create" | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    again();
  };
  const mayAttach = can("products.update");
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <p className="min-w-0 flex-1 basis-60 text-quiet">
        {t(mayAttach || can("products.create") ? "scan.nothingHasIt" : "scan.askAMaster")}
      </p>
      {mayAttach ? (
        <Button size="sm" onClick={() => setOpen("attach")}>
          {t("scan.addToProduct")}
        </Button>
      ) : null}
      {can("products.create") ? (
        <Button size="sm" onClick={() => setOpen("create")}>
          {t("scan.newProduct")}
        </Button>
      ) : null}
      <Button size="sm" variant="ghost" onClick={again}>
        {t("scan.tryAgain")}
      </Button>
      <Button size="sm" variant="ghost" onClick={remove}>
        {t("scan.remove")}
      </Button>
      {open === "attach" ? <AttachSheet code={scan.code} onDone={done} onClose={close} /> : null}
      {open === "create" ? <NewProductSheet barcode={scan.code} onCreated={done} onClose={close} /> : null}
    </div>
  );
}

type AmbiguousProps = { scan: Scan; choices: Extract<Scan["state"], { kind: "ambiguous" }>["choices"] };

function Ambiguous({ scan, choices }: AmbiguousProps) {
  const { choose, remove } = useScanVerbs(scan);
  return (
    <div className="mt-2 space-y-2">
      <p className="text-quiet">{t("scan.severalHaveIt")}</p>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Button key={choice.variantId} className="max-w-full" onClick={() => choose(choice)}>
            <span className="truncate">{nameOf(choice)}</span>
            <span className="font-normal text-faint">
              {choice.sku} · <Quantity value={choice.onHand} unit={choice.unit} />
            </span>
          </Button>
        ))}
        <Button variant="ghost" onClick={remove}>
          {t("scan.remove")}
        </Button>
      </div>
    </div>
  );
}
