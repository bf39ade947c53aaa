import { Id } from "@storehouse/domain";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormulaTab } from "../../../../features/formula/index.ts";
import { ProductPage } from "../../../../features/product/index.ts";
import { Guarded } from "../../guarded.tsx";
import { t } from "../../../../language/t.ts";

export const generateMetadata = (): Metadata => ({ title: t("common.product") });

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { success, data } = Id.safeParse((await params).id);
  if (!success) notFound();
  return (
    <Guarded path="/products">
      <ProductPage id={data} formula={<FormulaTab productId={data} />} />
    </Guarded>
  );
}
