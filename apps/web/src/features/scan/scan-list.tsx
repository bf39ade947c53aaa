"use client";
import { Button } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import type { Scan } from "./scan.ts";
import { ScanRow } from "./scan-row.tsx";

const SHOWN = 50;

/** What was scanned on this device, newest first. */
export function ScanList({ scans }: { scans: readonly Scan[] }) {
  const [shown, setShown] = useState(SHOWN);
  const places = trpc.locations.list.useQuery({ limit: 200 }, { staleTime: 60_000 });
  const names = new Map(places.data?.rows.map(({ id, name }) => [id, name]));
  return (
    <>
      <ul aria-label={t("scan.scanned")}>
        {scans
          .toReversed()
          .slice(0, shown)
          .map((scan) => (
            <ScanRow key={scan.id} scan={scan} placeName={(id) => (id === null ? undefined : names.get(id))} />
          ))}
      </ul>
      {scans.length > shown ? (
        <div className="border-t p-3 text-center">
          <Button variant="ghost" onClick={() => setShown(shown + SHOWN)}>
            {t("scan.showEarlier")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
