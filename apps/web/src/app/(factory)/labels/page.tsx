import type { Metadata } from "next";
import { LabelPage } from "../../../features/label/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("common.labels") });

export default function Page() {
  return (
    <Guarded path="/labels">
      <LabelPage />
    </Guarded>
  );
}
