import type { Metadata } from "next";
import { AuditPage } from "../../../features/audit/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Audit" };

export default function Page() {
  return (
    <Guarded path="/audit">
      <AuditPage />
    </Guarded>
  );
}
