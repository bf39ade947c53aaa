import type { ImportPreview, ImportProblem, UploadedSheet } from "@storehouse/domain";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { PreviewGrid } from "./preview-grid.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SHEET: UploadedSheet = {
  id: "s",
  fileName: "stock.csv",
  header: ["Code", "Name", "Qty"],
  sample: [],
  rowCount: 1,
  columns: ["code", "name", "quantity"],
};
const PROBLEM: ImportProblem = {
  row: 0,
  rowNumber: 7,
  column: 2,
  field: "quantity",
  code: "NUMBER_EXPECTED",
  what: "many",
  isWarning: false,
};
const PREVIEW: ImportPreview = {
  id: "s",
  rowCount: 1,
  problems: [PROBLEM],
  problemCount: 1,
  creates: 1,
  updates: 0,
  unchanged: 0,
  entries: 0,
  openingValue: "0",
  missing: { locations: [], subcategories: [], suppliers: [], units: [] },
  rows: [{ row: 0, number: 7, cells: ["A-1", "Fan", "many"], action: "problem" }],
};

test.each([
  ["a phone", true, "list"],
  ["a wide screen", false, "table"],
] as const)("on %s a problem's cell is corrected where it stands, and its row left out", (_, matches, role) => {
  vi.stubGlobal("matchMedia", () => ({
    matches,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const onCorrect = vi.fn<(row: number, column: number, text: string) => void>();
  const onSkip = vi.fn<(row: number) => void>();
  render(
    <PreviewGrid
      sheet={SHEET}
      columns={SHEET.columns}
      preview={PREVIEW}
      rows={PREVIEW.rows}
      onCorrect={onCorrect}
      onSkip={onSkip}
    />,
  );
  expect(screen.getByRole(role, { name: /^Rows of stock.csv/ }).textContent).toContain("is no number");
  const cell = screen.getByRole("textbox", { name: "Quantity on hand in row 7" });
  fireEvent.change(cell, { target: { value: "12" } });
  fireEvent.blur(cell);
  expect(onCorrect).toHaveBeenCalledWith(0, 2, "12");
  fireEvent.click(screen.getByRole("button", { name: "Leave out" }));
  expect(onSkip).toHaveBeenCalledWith(0);
});
