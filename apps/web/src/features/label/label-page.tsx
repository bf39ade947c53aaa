"use client";
import { Banner, Button, Card, EmptyState, ErrorState, Field, PageHeader, Skeleton } from "@storehouse/ui";
import { Printer, Tags } from "lucide-react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { LocationPicker } from "../location/index.ts";
import { useCan } from "../session/index.ts";
import { VariantPicker } from "../variant/index.ts";
import { ChosenList } from "./chosen-list.tsx";
import { LabelOptions } from "./label-options.tsx";
import { pagesOf } from "./layouts.ts";
import { Preview } from "./preview.tsx";
import { PrintPages } from "./print-pages.tsx";
import { useDrawn } from "./use-drawn.ts";
import { useLabels } from "./use-labels.ts";

/** More than this a browser's print dialog takes too long to draw. */
const LABELS_MAX = 2000;

/** Prints labels for what is kept and where: chosen, seen as they will be, then by the browser's own print dialog. */
export function LabelPage() {
  const labels = useLabels();
  const { items, layout, firstAt } = labels;
  const drawn = useDrawn(items, layout, labels.symbol);
  const all = drawn.flatMap((item) => Array.from({ length: item.copies }, () => item));
  const printed = all.slice(0, LABELS_MAX);
  const pages = pagesOf(printed, layout, firstAt);
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("label.labels")}
        hint={t("label.hint")}
        actions={
          <Button variant="primary" disabled={printed.length === 0} onClick={() => window.print()}>
            <Printer aria-hidden />
            {printed.length === 0 ? t("label.print") : t("label.printSome", { count: printed.length })}
          </Button>
        }
      />
      {labels.errorText ? <ErrorState text={labels.errorText} onRetry={labels.retry} /> : null}
      {all.length > LABELS_MAX ? (
        <Banner meaning="attention">{t("label.tooMany", { count: all.length, most: LABELS_MAX })}</Banner>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(320px,400px)_1fr]">
        <div className="min-w-0 space-y-5">
          <Card
            title={t("label.whatToLabel")}
            isFlush
            action={items.length > 0 ? <ClearButton onClear={labels.clear} /> : null}
          >
            <Adders onAdd={labels.add} />
            {labels.isPending && items.length === 0 ? (
              <div className="space-y-4 border-t px-5 py-4">
                <Skeleton className="w-2/3" />
                <Skeleton className="w-1/2" />
              </div>
            ) : (
              <ChosenList items={items} onCopies={labels.setCopies} onRemove={labels.remove} />
            )}
          </Card>
          <Card title={t("label.sheet")}>
            <LabelOptions {...labels} />
          </Card>
        </div>
        {pages.length === 0 ? (
          <Card>
            <EmptyState icon={Tags} title={t("label.noLabelsYet")} text={t("label.chooseFirst")} />
          </Card>
        ) : (
          <Preview pages={pages} layout={layout} />
        )}
      </div>
      <PrintPages pages={pages} layout={layout} />
    </div>
  );
}

function Adders({ onAdd }: { onAdd: ReturnType<typeof useLabels>["add"] }) {
  const can = useCan();
  const utils = trpc.useUtils();
  const addAll = async () => {
    const { rows } = await utils.locations.list.fetch({ limit: 200 });
    onAdd(
      "places",
      rows.map(({ id }) => id),
    );
  };
  return (
    <div className="space-y-3 px-5 pb-4">
      <Field label={t("label.addAProduct")}>
        <VariantPicker choice={null} onChoose={(choice) => choice && onAdd("variants", [choice.variantId])} />
      </Field>
      {can("locations.read") ? (
        <Field
          label={t("label.addAPlace")}
          aside={
            <Button variant="link" onClick={() => void addAll()}>
              {t("label.addAllPlaces")}
            </Button>
          }
        >
          <LocationPicker value={null} onChange={(id) => id && onAdd("places", [id])} />
        </Field>
      ) : null}
    </div>
  );
}

const ClearButton = ({ onClear }: { onClear: () => void }) => (
  <Button variant="link" onClick={onClear}>
    {t("label.leaveOutAll")}
  </Button>
);
