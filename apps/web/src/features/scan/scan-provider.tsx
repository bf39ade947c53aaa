"use client";
import { toast } from "@storehouse/ui";
import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { t } from "../../language/t.ts";
import { useMe } from "../session/index.ts";
import { makeSound } from "./make-sound.ts";
import { isPending, type Scan } from "./scan.ts";
import type { ScanSender } from "./scan-sender.ts";
import { openScanStore, type ScanStore } from "./scan-store.ts";
import { FIRST_SETUP, type ScanSetup } from "./setup.ts";
import { openSetupStore, type SetupStore } from "./setup-store.ts";
import { useScanSender } from "./use-scan-sender.ts";

type Scanning = Readonly<{ store: ScanStore; setup: SetupStore; sender: ScanSender }>;
const Context = createContext<Scanning | null>(null);

/** Keeps what was scanned and brings it to the ledger, whatever page is open. Belongs to one person in one factory. */
export function ScanProvider({ children }: { children: ReactNode }) {
  const { dbName, userId } = useMe();
  const router = useRouter();
  const path = useRef(usePathname());
  const current = usePathname();
  useEffect(() => {
    path.current = current;
  });
  const [kept] = useState(() => {
    if (typeof window === "undefined") return undefined;
    const owner = `${dbName}.${userId}`;
    return {
      store: openScanStore(`storehouse.scan.${owner}.`, localStorage),
      setup: openSetupStore(`storehouse.scanning.${owner}`, localStorage),
    };
  });
  const sender = useScanSender(kept?.store, (scan) => {
    if (scan.state.kind !== "refused" && scan.state.kind !== "unknown" && scan.state.kind !== "ambiguous") return;
    if (kept && !kept.setup.get().isMuted) makeSound("problem");
    if (path.current === "/scan") return;
    toast(t("scan.needsYou", { code: scan.code }), {
      meaning: "problem",
      action: { label: t("scan.openScan"), onPress: () => router.push("/scan") },
    });
  });
  return <Context value={kept && sender ? { ...kept, sender } : null}>{children}</Context>;
}

const NONE: readonly Scan[] = [];
const never = () => () => undefined;

/** What was scanned on this device, oldest first. */
export function useScans(): readonly Scan[] {
  const store = use(Context)?.store;
  return useSyncExternalStore(
    store?.subscribe ?? never,
    () => store?.all() ?? NONE,
    () => NONE,
  );
}

/** How this device scans, and how to change it. */
export function useScanSetup(): readonly [ScanSetup, (change: (setup: ScanSetup) => ScanSetup) => void] {
  const setup = use(Context)?.setup;
  const current = useSyncExternalStore(
    setup?.subscribe ?? never,
    () => setup?.get() ?? FIRST_SETUP,
    () => FIRST_SETUP,
  );
  return [current, (change) => setup?.set(change)];
}

/** The stores themselves, for what happens between two drawings. Null while the server draws. */
export const useScanning = (): Scanning | null => use(Context);

/** How many scans have not reached the ledger yet. */
export const countPending = (scans: readonly Scan[]): number => scans.filter(isPending).length;
