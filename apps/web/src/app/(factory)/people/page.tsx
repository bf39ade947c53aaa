import type { Metadata } from "next";
import { PeoplePage } from "../../../features/people/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.people") });

export default function Page() {
  return (
    <Guarded path="/people">
      <PeoplePage />
    </Guarded>
  );
}
