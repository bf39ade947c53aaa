"use client";
import type { FormulaDetail, ProductDetail } from "@storehouse/domain";
import { Banner, Button, EmptyState, ErrorState, Money, Select, Skeleton } from "@storehouse/ui";
import { FlaskConical, Hammer, Pencil } from "lucide-react";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { ArchiveButton } from "../../components/archive-button.tsx";
import { useMaking } from "../../components/use-making.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { FormulaEditor } from "./formula-editor.tsx";
import { FormulaTree } from "./formula-tree.tsx";
import { VersionList } from "./version-list.tsx";
import { WhereUsed } from "./where-used.tsx";

const ADDRESS = { formulaOf: parseAsString, edit: parseAsBoolean.withDefault(false) };

/** What a product is made of and what it goes into; of a product with several variants, one at a time. */
export function FormulaTab({ productId }: { productId: string }) {
  const [{ formulaOf, edit }, set] = useQueryStates(ADDRESS);
  const { data: product } = trpc.products.get.useQuery({ id: productId });
  if (product === undefined) return <Skeleton className="h-64" />;
  const variants = product.variants.filter(({ isArchived }) => !isArchived);
  const variant = product.variants.find(({ id }) => id === formulaOf) ?? variants[0] ?? product.variants[0];
  if (variant === undefined) return null;
  return (
    <div className="space-y-5">
      {variants.length > 1 ? (
        <Select
          label={t("formula.variant")}
          className="max-w-72"
          options={variants.map(({ id, name, sku }) => ({ value: id, label: name ?? sku }))}
          value={variant.id}
          onChange={(id) => void set({ formulaOf: id, edit: null })}
        />
      ) : null}
      <FormulaOf
        key={variant.id}
        variantId={variant.id}
        product={product}
        isEditing={edit}
        onEdit={(isEditing) => void set({ edit: isEditing || null })}
      />
      <WhereUsed variantId={variant.id} />
    </div>
  );
}

type FormulaOfProps = {
  variantId: string;
  product: ProductDetail;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
};

function FormulaOf({ variantId, product, isEditing, onEdit }: FormulaOfProps) {
  const can = useCan();
  const inUse = trpc.productFormulas.list.useQuery({ variantId, limit: 1 });
  const archived = trpc.productFormulas.list.useQuery({ variantId, isArchived: true, limit: 1 });
  const id = inUse.data?.rows[0]?.id ?? archived.data?.rows[0]?.id;
  const formula = trpc.productFormulas.get.useQuery({ id: id ?? "" }, { enabled: id !== undefined });
  const error = inUse.error ?? archived.error ?? formula.error;
  if (error) return <ErrorState text={errorMessage(error)} onRetry={() => void inUse.refetch()} />;
  if (!inUse.data || !archived.data || (id !== undefined && !formula.data)) return <Skeleton className="h-64" />;
  const mayAdd = can("productFormulas.create") && !product.isArchived;
  if (isEditing && (formula.data ? can("productFormulas.update") : mayAdd)) {
    return (
      <FormulaEditor
        formula={formula.data ?? null}
        variantId={variantId}
        unit={product.unit}
        onSaved={() => onEdit(false)}
        onCancel={() => onEdit(false)}
      />
    );
  }
  if (formula.data) return <FormulaView formula={formula.data} onEdit={() => onEdit(true)} />;
  return (
    <EmptyState
      icon={FlaskConical}
      title={t("formula.noFormulaYet")}
      text={t("formula.sayWhatGoesIntoIt")}
      actions={
        mayAdd ? (
          <Button variant="primary" onClick={() => onEdit(true)}>
            {t("formula.addAFormula")}
          </Button>
        ) : null
      }
    />
  );
}

function FormulaView({ formula, onEdit }: { formula: FormulaDetail; onEdit: () => void }) {
  const can = useCan();
  const { currency } = useMe();
  const making = useMaking();
  const utils = trpc.useUtils();
  const archive = trpc.productFormulas.archive.useMutation();
  const active = formula.versions.find(({ state }) => state === "ACTIVE");
  const isUsable = active !== undefined && !formula.isArchived;
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto">
          {active
            ? t.rich("formula.inUseAndCosts", {
                number: active.number,
                money: () => <Money value={formula.unitCost} currency={currency} isExact className="font-semibold" />,
              })
            : t("formula.noVersionIsInUse")}
        </p>
        {can("inventory.make") && isUsable ? (
          <Button variant="primary" onClick={() => making.open(formula.variantId)}>
            <Hammer aria-hidden />
            {t("common.make")}
          </Button>
        ) : null}
        {can("productFormulas.update") && !formula.isArchived ? (
          <Button onClick={onEdit}>
            <Pencil aria-hidden />
            {t("formula.change")}
          </Button>
        ) : null}
        {can("productFormulas.archive") ? (
          <ArchiveButton
            record={formula}
            archive={archive.mutateAsync}
            onDone={() => utils.productFormulas.invalidate()}
          />
        ) : null}
      </div>
      {formula.isArchived ? <Banner meaning="attention">{t("formula.thisFormulaIsArchivedNothing")}</Banner> : null}
      {isUsable ? <FormulaTree variantId={formula.variantId} /> : null}
      <VersionList formula={formula} />
    </div>
  );
}
