import type { Metadata } from "next";
import { BackupsPage } from "../../../features/backup/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Backups" };

export default function Page() {
  return (
    <Guarded path="/backups">
      <BackupsPage />
    </Guarded>
  );
}
