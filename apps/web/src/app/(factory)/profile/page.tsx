import type { Metadata } from "next";
import { ProfilePage } from "../../../features/profile/index.ts";

export const metadata: Metadata = { title: "Your profile" };

export default function Page() {
  return <ProfilePage />;
}
