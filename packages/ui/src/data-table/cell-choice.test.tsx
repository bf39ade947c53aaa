import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Combobox } from "../combobox.tsx";
import type { CellEdits } from "./cell-edit.ts";
import { DataTable } from "./data-table.tsx";

type Row = Readonly<{ id: string; name: string; supplierId: string }>;

afterEach(cleanup);

test("a choice in a cell is saved once made, says what is wrong at the cell, and opens no row", async () => {
  const save = vi.fn<(row: Row, text: string) => Promise<string | null>>();
  save.mockResolvedValueOnce("Not that one").mockResolvedValue(null);
  const onOpen = vi.fn<(row: Row) => void>();
  const edits: CellEdits<Row> = {
    supplier: {
      text: (row) => row.supplierId,
      save,
      choose: (_row, { onClose, ...props }) => (
        <Combobox
          {...props}
          options={[
            { value: "3", label: "Three" },
            { value: "9", label: "Nine" },
            { value: "7", label: "Seven" },
          ]}
          onBlur={onClose}
          isOpenAtFirst
        />
      ),
    },
  };
  render(
    <DataTable
      label="Products"
      columns={[
        { id: "name", header: "Name", cell: (row) => row.name },
        { id: "supplier", header: "Supplier", cell: (row) => row.supplierId },
      ]}
      rows={[{ id: "a", name: "Bolt", supplierId: "3" }]}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      state="ready"
      empty={null}
      edits={edits}
      onOpen={onOpen}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Change Supplier of Bolt" }));
  fireEvent.click(screen.getByRole("option", { name: /Nine/ }));
  expect(await screen.findByRole("alert")).toHaveProperty("textContent", "Not that one");
  fireEvent.click(screen.getByRole("combobox", { name: "Supplier of Bolt" }));
  fireEvent.click(screen.getByRole("option", { name: /Seven/ }));
  await waitFor(() => expect(screen.queryByRole("combobox", { name: "Supplier of Bolt" })).toBeNull());
  expect(save.mock.calls.map(([, text]) => text)).toEqual(["9", "7"]);
  expect(onOpen).not.toHaveBeenCalled();
});
