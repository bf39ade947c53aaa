import type { Metadata } from "next";
import { PlacesPage } from "../../../features/location/index.ts";

export const metadata: Metadata = { title: "Places" };

export default function Page() {
  return <PlacesPage />;
}
