import type { FormulaComponent, FormulaVersionRow, PastedComponent, VariantChoice } from "@storehouse/domain";
import { v7 as newId } from "uuid";

/** What a line must know of its product. */
export type LineChoice = Pick<
  VariantChoice,
  "variantId" | "productId" | "sku" | "productName" | "variantName" | "unit" | "units"
>;

/** One line of the grid as it is typed. `what` is text that was pasted and names no product that was found. */
export type Line = Readonly<{
  key: string;
  choice: LineChoice | null;
  what: string;
  quantity: string;
  unitId: string;
  scrapPercent: string;
}>;

/** A version on its way. `versionId` makes sending it twice save one. */
export type FormulaDraft = Readonly<{
  versionId: string;
  name: string;
  note: string;
  outputQuantity: string;
  lines: readonly Line[];
}>;

export const emptyLine = (): Line => ({
  key: newId(),
  choice: null,
  what: "",
  quantity: "",
  unitId: "",
  scrapPercent: "",
});

/** The draft of the next version, from the one that is in use or was saved last. */
export function draftOf(version: FormulaVersionRow | undefined): FormulaDraft {
  const lines = (version?.components ?? []).map((one): Line => {
    const { variantId, productId, sku, productName, variantName, baseUnit, units, quantity, unitId } = one;
    const scrapPercent = one.scrapPercent === "0" ? "" : one.scrapPercent;
    const choice = { variantId, productId, sku, productName, variantName, unit: baseUnit, units };
    return { key: newId(), choice, what: "", quantity, unitId, scrapPercent };
  });
  return {
    versionId: newId(),
    name: version?.name ?? "",
    note: "",
    outputQuantity: version?.outputQuantity ?? "1",
    lines: [...lines, emptyLine()],
  };
}

const isEmpty = (line: Line): boolean => line.choice === null && line.what === "" && line.quantity === "";

/** The lines that count: the empty one at the end does not. */
export const filledLines = (draft: FormulaDraft): readonly Line[] => draft.lines.filter((line) => !isEmpty(line));

/** With an empty line at the end, so that there is always one to type into. */
export function withLines(draft: FormulaDraft, lines: readonly Line[]): FormulaDraft {
  const last = lines.at(-1);
  return { ...draft, lines: last !== undefined && isEmpty(last) ? lines : [...lines, emptyLine()] };
}

/** What is missing, by path: `components.N` counts the filled lines. */
export function problemsOf(draft: FormulaDraft): Readonly<Record<string, string>> {
  const lines = filledLines(draft);
  const found: Record<string, string> = {};
  if (draft.outputQuantity.trim() === "") found["outputQuantity"] = "REQUIRED";
  if (lines.length === 0) found["components"] = "REQUIRED";
  for (const [at, line] of lines.entries()) {
    if (line.choice === null) found[`components.${at}.variantId`] = line.what === "" ? "REQUIRED" : "NOT_FOUND";
    if (line.quantity.trim() === "") found[`components.${at}.quantity`] = "REQUIRED";
  }
  return found;
}

/** The components as the server takes them. */
export const componentsOf = (draft: FormulaDraft): FormulaComponent[] =>
  filledLines(draft).map((line) => ({
    variantId: line.choice?.variantId ?? "",
    quantity: line.quantity.trim(),
    ...(line.unitId && { unitId: line.unitId }),
    scrapPercent: line.scrapPercent.trim() || "0",
  }));

/** A pasted line with the product that was found for it. */
export function pastedLine(pasted: PastedComponent, choice: LineChoice | null): Line {
  const unit = choice?.units.find(({ code }) => code.toLowerCase() === pasted.unit.toLowerCase());
  return {
    key: newId(),
    choice,
    what: choice === null ? pasted.what : "",
    quantity: pasted.quantity,
    unitId: unit?.unitId ?? choice?.units[0]?.unitId ?? "",
    scrapPercent: pasted.scrapPercent === "0" ? "" : pasted.scrapPercent,
  };
}
