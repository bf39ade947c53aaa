import type { Metadata } from "next";
import { UnitsPage } from "../../../features/unit/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Units" };

export default function Page() {
  return (
    <Guarded path="/units">
      <UnitsPage />
    </Guarded>
  );
}
