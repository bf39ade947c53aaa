import type { Metadata } from "next";
import { SuppliersPage } from "../../../features/supplier/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.suppliers") });

export default function Page() {
  return (
    <Guarded path="/suppliers">
      <SuppliersPage />
    </Guarded>
  );
}
