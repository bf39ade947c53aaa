import { Id } from "@storehouse/domain";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductPage } from "../../../../features/product/index.ts";

export const metadata: Metadata = { title: "Product" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { success, data } = Id.safeParse((await params).id);
  return success ? <ProductPage id={data} /> : notFound();
}
