import type { Metadata } from "next";
import { SettingsPage } from "../../../features/settings/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Settings" };

export default function Page() {
  return (
    <Guarded path="/settings">
      <SettingsPage />
    </Guarded>
  );
}
