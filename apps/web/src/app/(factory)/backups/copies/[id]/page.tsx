import { Id } from "@storehouse/domain";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SideCopyPage } from "../../../../../features/side-copy/index.ts";
import { t } from "../../../../../language/t.ts";
import { Guarded } from "../../../guarded.tsx";

export const generateMetadata = (): Metadata => ({ title: t("sideCopy.copies") });

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { success, data } = Id.safeParse((await params).id);
  if (!success) notFound();
  return (
    <Guarded path="/backups">
      <SideCopyPage id={data} />
    </Guarded>
  );
}
