import type { Metadata } from "next";
import { AlertsPage } from "../../../features/alert/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Alerts" };

export default function Page() {
  return (
    <Guarded path="/alerts">
      <AlertsPage />
    </Guarded>
  );
}
