"use client";
import { Banner } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { failureOf } from "../../trpc/failure-of.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** Why an import could not be taken back, with the product that stands in the way: nothing was changed. */
export function UndoRefusal({ error }: { error: unknown }) {
  const failure = failureOf(error);
  const productId =
    (failure?.code === "IN_USE" || failure?.code === "STALE") && failure.entity === "product" ? failure.id : null;
  const product = trpc.products.get.useQuery({ id: productId ?? "" }, { enabled: productId !== null });
  if (failure === null || failure === undefined || !product.data) {
    return <Banner meaning="problem">{errorMessage(error)}</Banner>;
  }
  const { id, code, name } = product.data;
  return (
    <Banner meaning="problem">
      {t.rich(failure.code === "STALE" ? "importing.changedSince" : "importing.bookedSince", {
        product: () => (
          <PageLink href={`/products/${id}`} className="font-semibold underline underline-offset-4">
            {code} {name}
          </PageLink>
        ),
      })}
    </Banner>
  );
}
