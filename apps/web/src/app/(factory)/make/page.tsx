import type { Metadata } from "next";
import { MakePage } from "../../../features/make/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("common.make") });

export default function Page() {
  return (
    <Guarded path="/make">
      <MakePage />
    </Guarded>
  );
}
