import type { Metadata } from "next";
import { ProgramsPage } from "../../../features/program/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Programs" };

export default function Page() {
  return (
    <Guarded path="/programs">
      <ProgramsPage />
    </Guarded>
  );
}
