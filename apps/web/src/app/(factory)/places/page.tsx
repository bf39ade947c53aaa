import type { Metadata } from "next";
import { PlacesPage } from "../../../features/location/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Places" };

export default function Page() {
  return (
    <Guarded path="/places">
      <PlacesPage />
    </Guarded>
  );
}
