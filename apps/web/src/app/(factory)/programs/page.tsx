import type { Metadata } from "next";
import { ProgramsPage } from "../../../features/program/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.programs") });

export default function Page() {
  return (
    <Guarded path="/programs">
      <ProgramsPage />
    </Guarded>
  );
}
