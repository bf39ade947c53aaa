import type { Metadata } from "next";
import { PlacesPage } from "../../../features/location/index.ts";
import { Guarded } from "../guarded.tsx";
import { t } from "../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("page.places") });

export default function Page() {
  return (
    <Guarded path="/places">
      <PlacesPage />
    </Guarded>
  );
}
