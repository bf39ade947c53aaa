"use client";
import { Banner } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
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
      The import was not undone:{" "}
      <PageLink href={`/products/${id}`} className="font-semibold underline underline-offset-4">
        {code} {name}
      </PageLink>{" "}
      {failure.code === "STALE"
        ? "was changed since. Change it by hand instead."
        : "has been booked since. Undo those bookings in its entries first, then undo the import."}
    </Banner>
  );
}
