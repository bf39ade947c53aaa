"use client";
import { Banner, Card, cn, EmptyState, IconButton, PageHeader } from "@storehouse/ui";
import { ScanBarcode, Volume2, VolumeX } from "lucide-react";
import { t } from "../../language/t.ts";
import { LabelLink } from "../../components/label-link.tsx";
import { useCan } from "../session/index.ts";
import { CameraPanel } from "./camera-panel.tsx";
import { CodeField } from "./code-field.tsx";
import { countPending, useScanning, useScans, useScanSetup } from "./scan-provider.tsx";
import { ScanList } from "./scan-list.tsx";
import { SetupCard } from "./setup-card.tsx";
import { useReadScan } from "./use-read-scan.ts";
import { useWedge } from "./use-wedge.ts";

/** Scans one after the other: each books at once, is listed with what is left, and can be undone by itself. */
export function ScanPage() {
  const scans = useScans();
  const { read, said, quantityText, setQuantityText } = useReadScan();
  useWedge(read);
  return (
    <div className="mx-auto max-w-6xl space-y-5">
      <PageHeader
        title={t("shell.scan")}
        hint={t("scan.eachScanBooksAtOnce")}
        actions={
          <div className="max-sm:hidden">
            <LabelLink />
          </div>
        }
      />
      <KeptWarning />
      <div className="grid items-start gap-5 lg:grid-cols-[380px_1fr]">
        <Card className="lg:sticky lg:top-19">
          <div className="flex flex-col gap-4">
            <SetupCard quantityText={quantityText} onQuantity={setQuantityText} />
            <CodeField onRead={read} />
            <CameraPanel onRead={read} />
            <p aria-live="polite" className={cn("text-quiet empty:hidden", said?.isProblem && "text-problem")}>
              {said?.text}
            </p>
          </div>
        </Card>
        <Card title={t("scan.scanned")} isFlush action={<Tally />} className="[&>header]:items-center">
          <div className="border-t">
            {scans.length === 0 ? (
              <EmptyState icon={ScanBarcode} title={t("scan.nothingScannedYet")} text={t("scan.howToBegin")} />
            ) : (
              <ScanList scans={scans} />
            )}
          </div>
        </Card>
      </div>
    </div>
  );
}

function Tally() {
  const scans = useScans();
  const waiting = countPending(scans);
  const stored = scans.filter(({ state }) => state.kind === "stored").length;
  return (
    <div className="-my-2 -mr-2 flex items-center gap-2">
      <output className="tabular text-faint">
        {scans.length === 0 ? null : t("scan.stored", { count: stored })}
        {waiting > 0 ? <span className="text-attention">{t("scan.notStored", { count: waiting })}</span> : null}
      </output>
      <MuteButton />
    </div>
  );
}

function MuteButton() {
  const [{ isMuted }, change] = useScanSetup();
  const Icon = isMuted ? VolumeX : Volume2;
  return (
    <IconButton
      label={t(isMuted ? "scan.soundOn" : "scan.soundOff")}
      onClick={() => change((setup) => ({ ...setup, isMuted: !setup.isMuted }))}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}

function KeptWarning() {
  const can = useCan();
  const scans = useScans();
  const store = useScanning()?.store;
  if (!can("inventory.post")) return null;
  if (store === undefined || store.isKept() || countPending(scans) === 0) return null;
  return <Banner meaning="attention">{t("scan.browserKeepsNothing")}</Banner>;
}
