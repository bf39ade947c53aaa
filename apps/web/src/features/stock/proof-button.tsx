"use client";
import type { LedgerProof } from "@storehouse/domain";
import { Banner, Button, Dialog, groupDigits, toast } from "@storehouse/ui";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

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
        Prove the ledger
      </Button>
      <Dialog isOpen={proof !== null} onOpenChange={(isOpen) => !isOpen && setProof(null)} title="Does the ledger tie?">
        {proof ? <Outcome proof={proof} /> : null}
      </Dialog>
    </>
  );
}

function Outcome({ proof }: { proof: LedgerProof }) {
  const counted = `${groupDigits(String(proof.entries))} entries against ${groupDigits(String(proof.levels))} levels`;
  if (proof.isProven) {
    return (
      <Banner meaning="fine">
        It does. {counted}: every quantity, running balance and value is the sum of its entries.
      </Banner>
    );
  }
  return (
    <div className="space-y-4">
      <Banner meaning="problem">
        {proof.differences.length} differences in {counted}. Nothing was changed; each is listed.
      </Banner>
      <ul className="max-h-80 divide-y overflow-y-auto">
        {proof.differences.map((one) => (
          <li key={`${one.kind}${one.variantId}${one.locationId}`} className="py-2">
            <span className="font-semibold">{one.sku}</span>: kept as {one.stored}, its entries add up to {one.summed}
          </li>
        ))}
      </ul>
    </div>
  );
}
