import type { Metadata } from "next";
import { HomePage } from "../../../features/home/index.ts";

export const metadata: Metadata = { title: "Home" };

export default function Page() {
  return <HomePage />;
}
