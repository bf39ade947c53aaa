import type { Metadata } from "next";
import { ScanPage } from "../../../features/scan/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("common.scan") });

export default function Page() {
  return (
    <Guarded path="/scan">
      <ScanPage />
    </Guarded>
  );
}
