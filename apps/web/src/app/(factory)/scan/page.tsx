import type { Metadata } from "next";
import { ScanPage } from "../../../features/scan/index.ts";
import { Guarded } from "../guarded.tsx";

export const generateMetadata = (): Metadata => ({ title: "Scan" });

export default function Page() {
  return (
    <Guarded path="/scan">
      <ScanPage />
    </Guarded>
  );
}
