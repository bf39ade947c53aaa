import { PageHeader } from "@storehouse/ui";

export default function Page() {
  return <PageHeader title="Home" />;
}
