"use client";
import type { VariantChoice } from "@storehouse/domain";
import { v7 as newId } from "uuid";
import type { Scan } from "./scan.ts";
import { tryAgain } from "./scan.ts";
import { useScanning } from "./scan-provider.tsx";

/** What a person can do about a scan. Each is kept on the device first, and carried out as soon as the server can be reached. */
export function useScanVerbs({ id, code }: Pick<Scan, "id" | "code">) {
  const scanning = useScanning();
  const change = (make: (scan: Scan) => Partial<Scan>) => {
    const scan = scanning?.store.get(id);
    if (scanning === null || scan === undefined) return;
    scanning.store.patch(id, make(scan));
    scanning.sender.pump();
  };
  const setup = scanning?.setup;
  return {
    undo: () => change((scan) => (scan.undoId === null ? { undoId: newId(), undoTrouble: null } : {})),
    again: () => {
      scanning?.sender.forgetCode(code);
      if (setup) change((scan) => tryAgain(scan, setup.get()));
    },
    choose: (choice: VariantChoice) => {
      if (setup) change((scan) => ({ ...tryAgain(scan, setup.get()), choice }));
    },
    remove: () => scanning?.store.remove(id),
  };
}
