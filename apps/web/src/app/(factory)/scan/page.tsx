import type { Metadata } from "next";
import { ScanPage } from "../../../features/scan/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Scan" };

export default function Page() {
  return (
    <Guarded path="/scan">
      <ScanPage />
    </Guarded>
  );
}
