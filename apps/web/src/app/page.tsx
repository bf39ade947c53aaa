import { LandingPage } from "../features/landing/index.ts";

export default function Page() {
  return <LandingPage />;
}
