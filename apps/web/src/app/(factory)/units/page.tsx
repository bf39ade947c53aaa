import type { Metadata } from "next";
import { UnitsPage } from "../../../features/unit/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.units") });

export default function Page() {
  return (
    <Guarded path="/units">
      <UnitsPage />
    </Guarded>
  );
}
