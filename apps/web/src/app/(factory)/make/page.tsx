import type { Metadata } from "next";
import { MakePage } from "../../../features/make/index.ts";
import { Guarded } from "../guarded.tsx";

export const metadata: Metadata = { title: "Make" };

export default function Page() {
  return (
    <Guarded path="/make">
      <MakePage />
    </Guarded>
  );
}
