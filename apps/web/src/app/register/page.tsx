import type { Metadata } from "next";
import { RegisterPage } from "../../features/registration/index.ts";

export const metadata: Metadata = { title: "Start your factory" };

export default function Page() {
  return <RegisterPage />;
}
