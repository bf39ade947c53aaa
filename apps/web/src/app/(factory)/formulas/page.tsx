import type { Metadata } from "next";
import { FormulasPage } from "../../../features/formula/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.formulas") });

export default function Page() {
  return (
    <Guarded path="/formulas">
      <FormulasPage />
    </Guarded>
  );
}
