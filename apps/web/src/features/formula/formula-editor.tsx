"use client";
import type { FormulaDetail, PastedComponent } from "@storehouse/domain";
import { Banner, Button, Field, Input, NumberInput, toast } from "@storehouse/ui";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { failureOf, fieldsOf } from "../../trpc/failure-of.ts";
import { errorMessage, reasonMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { ComponentGrid } from "./component-grid.tsx";
import { componentsOf, draftOf, type FormulaDraft, pastedLine, problemsOf, withLines } from "./formula-draft.ts";

type FormulaEditorProps = {
  /** Absent while the first version is written. */
  formula: FormulaDetail | null;
  variantId: string;
  unit: string;
  onSaved: () => void;
  onCancel: () => void;
};

/** Writes the next version of a formula: what it makes, of what, and what changed. */
export function FormulaEditor({ formula, variantId, unit, onSaved, onCancel }: FormulaEditorProps) {
  const base = formula?.versions.find(({ state }) => state === "ACTIVE") ?? formula?.versions[0];
  const [draft, setDraft] = useState(() => draftOf(base));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const { save, isPending } = useSaveVersion(formula, variantId);
  const resolve = useResolve();
  const change = (next: FormulaDraft) => {
    setDraft(next);
    setProblems({});
    setRefusal(null);
  };
  const paste = async (pasted: readonly PastedComponent[], at: number) => {
    const lines = await resolve(pasted);
    change(withLines(draft, [...draft.lines.slice(0, at), ...lines, ...draft.lines.slice(at)].filter(hasContent)));
    const missing = lines.filter(({ choice }) => choice === null).length;
    toast(
      missing === 0
        ? t("formula.linesPasted", { length: lines.length })
        : t("formula.ofLinesNameNoProduct", { missing, length: lines.length }),
      {
        meaning: missing === 0 ? "fine" : "attention",
      },
    );
  };
  const send = async (isActive: boolean) => {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    try {
      await save(draft, isActive);
      onSaved();
    } catch (error) {
      const told = fieldsOf(error) ?? {};
      setProblems(Object.fromEntries(Object.entries(told).map(([path, [reason]]) => [path, reason ?? "INVALID"])));
      // A circle is told with its way; the rest of what stands at its field is not said twice.
      const isSaid = Object.keys(told).length > 0 && failureOf(error)?.code !== "FORMULA_CYCLE";
      setRefusal(isSaid ? null : errorMessage(error));
    }
  };
  return (
    <div className="max-w-3xl space-y-5">
      {refusal ? <Banner meaning="problem">{refusal}</Banner> : null}
      {problems["components"] ? <Banner meaning="problem">{t("formula.addAtLeastOneComponent")}</Banner> : null}
      <div className="grid gap-3 sm:grid-cols-[10rem_1fr]">
        <Field label={t("formula.makes")} error={reasonMessage(problems["outputQuantity"])} isRequired>
          <NumberInput
            unit={unit}
            value={draft.outputQuantity}
            onChange={(event) => change({ ...draft, outputQuantity: event.target.value })}
          />
        </Field>
        <Field label={t("formula.name")} isOptional error={reasonMessage(problems["name"])}>
          <Input value={draft.name} onChange={(event) => change({ ...draft, name: event.target.value })} />
        </Field>
      </div>
      <ComponentGrid
        draft={draft}
        problems={problems}
        onChange={change}
        onPaste={(lines, at) => void paste(lines, at)}
      />
      <p className="text-xs text-faint">{t("formula.linesCopiedFromASpreadsheet")}</p>
      <Field label={t("formula.whatChanged")} isOptional error={reasonMessage(problems["note"])}>
        <Input value={draft.note} onChange={(event) => change({ ...draft, note: event.target.value })} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" isPending={isPending} onClick={() => void send(true)}>
          {t("formula.saveAndUse")}
        </Button>
        <Button isPending={isPending} onClick={() => void send(false)}>
          {t("formula.saveAsDraft")}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

const hasContent = (line: FormulaDraft["lines"][number]): boolean => line.choice !== null || line.what !== "";

function useSaveVersion(formula: FormulaDetail | null, variantId: string) {
  const utils = trpc.useUtils();
  const create = trpc.productFormulas.create.useMutation();
  const update = trpc.productFormulas.update.useMutation();
  const [id] = useState(() => formula?.id ?? newId());
  const save = async (draft: FormulaDraft, isActive: boolean): Promise<void> => {
    const { versionId, name, note, outputQuantity } = draft;
    const document = { versionId, name, note, outputQuantity, components: componentsOf(draft), isActive };
    if (formula) await update.mutateAsync({ id, version: formula.version, ...document });
    else await create.mutateAsync({ id, variantId, ...document });
    toast(isActive ? t("formula.savedAndInUseFrom") : t("formula.savedAsADraft"));
    await utils.productFormulas.invalidate();
  };
  return { save, isPending: create.isPending || update.isPending };
}

/** Finds the product of each pasted line: the one that is called just that, or the only one that matches. */
function useResolve() {
  const { client } = trpc.useUtils();
  return (pasted: readonly PastedComponent[]) =>
    Promise.all(
      pasted.map(async (line) => {
        const search = line.what.slice(0, 100);
        const { rows } = search === "" ? { rows: [] } : await client.products.find.query({ search, limit: 5 });
        const named = rows.filter((row) => row.isExact || row.productName.toLowerCase() === search.toLowerCase());
        return pastedLine(line, named[0] ?? (rows.length === 1 ? rows[0] : undefined) ?? null);
      }),
    );
}
