"use client";
import type { LedgerProof } from "@storehouse/domain";
import { Banner, Button, Dialog, groupDigits, toast } from "@storehouse/ui";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** Adds up the whole ledger against every level, now, and shows what came out. */
export function ProofButton() {
  const utils = trpc.useUtils();
  const [proof, setProof] = useState<LedgerProof | null>(null);
  const [isPending, setPending] = useState(false);
  const prove = async () => {
    setPending(true);
    try {
      setProof(await utils.client.inventory.verify.mutate({}));
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button isPending={isPending} onClick={() => void prove()}>
        {isPending ? null : <ShieldCheck aria-hidden />}
        {t("stock.proveTheLedger")}
      </Button>
      <Dialog
        isOpen={proof !== null}
        onOpenChange={(isOpen) => !isOpen && setProof(null)}
        title={t("stock.doesTheLedgerTie")}
      >
        {proof ? <Outcome proof={proof} /> : null}
      </Dialog>
    </>
  );
}

function Outcome({ proof }: { proof: LedgerProof }) {
  const counted = t("stock.entriesAgainstLevels", {
    entries: groupDigits(String(proof.entries)),
    levels: groupDigits(String(proof.levels)),
  });
  if (proof.isProven) {
    return <Banner meaning="fine">{t("stock.itDoesEveryQuantityRunning", { counted })}</Banner>;
  }
  return (
    <div className="space-y-4">
      <Banner meaning="problem">
        {t("stock.differencesInNothingWasChanged", { length: proof.differences.length, counted })}
      </Banner>
      <ul className="max-h-80 divide-y overflow-y-auto">
        {proof.differences.map((one) => (
          <li key={`${one.kind}${one.variantId}${one.locationId}`} className="py-2">
            {t.rich("stock.keptAs", {
              sku: one.sku,
              stored: one.stored,
              summed: one.summed,
              b: (words) => <span className="font-semibold">{words}</span>,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
