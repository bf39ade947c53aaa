import { EventsPage } from "../../../../features/operator/index.ts";

export default function Page() {
  return <EventsPage />;
}
