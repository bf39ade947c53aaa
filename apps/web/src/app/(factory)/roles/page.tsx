import type { Metadata } from "next";
import { RolesPage } from "../../../features/role/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.roles") });

export default function Page() {
  return (
    <Guarded path="/roles">
      <RolesPage />
    </Guarded>
  );
}
