import { OneFactoryPage } from "../../../../../features/operator/index.ts";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <OneFactoryPage factoryId={id} />;
}
