import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Column, Sort } from "./column.ts";
import { DataTable } from "./data-table.tsx";
import { NO_SELECTION, type Selection } from "./selection.ts";
import type { DataTableProps } from "./table-props.ts";

type Row = Readonly<{ id: string; name: string; count: number }>;

const ROWS: readonly Row[] = [
  { id: "a", name: "Bolt", count: 3 },
  { id: "b", name: "Nut", count: 5 },
  { id: "c", name: "Rod", count: 8 },
];
const COLUMNS: readonly Column<Row>[] = [
  { id: "name", header: "Name", sortKey: "name", cell: (row) => row.name },
  { id: "count", header: "On hand", sortKey: "onHand", firstDirection: "desc", align: "end", cell: (row) => row.count },
];

function draw(props: Partial<DataTableProps<Row>> = {}) {
  return render(
    <DataTable
      label="Products"
      columns={COLUMNS}
      rows={ROWS}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      state="ready"
      empty={<p>Nothing yet</p>}
      {...props}
    />,
  );
}

let seen: (() => void) | undefined;
class SeenAtOnce {
  constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
    seen = () => callback([{ isIntersecting: true }]);
  }
  observe = () => seen?.();
  disconnect = () => undefined;
}

beforeEach(() => {
  vi.stubGlobal("IntersectionObserver", SeenAtOnce);
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const bodyRows = () => screen.getAllByRole("row").slice(1);

test("loading: the columns are there, and it says that it is busy", () => {
  const { container } = draw({ rows: [], state: "loading" });
  expect(screen.getByRole("columnheader", { name: "Name" })).toBeDefined();
  expect(container.querySelector("[aria-busy=true]")).not.toBeNull();
  expect(screen.queryByText("Nothing yet")).toBeNull();
});

test("empty: what the caller says, and no table", () => {
  draw({ rows: [] });
  expect(screen.getByText("Nothing yet")).toBeDefined();
  expect(screen.queryByRole("grid")).toBeNull();
});

test("nothing found: offers to clear the filters", () => {
  const onClearFilters = vi.fn<() => void>();
  draw({ rows: [], isFiltered: true, onClearFilters });
  expect(screen.queryByText("Nothing yet")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Clear search and filters" }));
  expect(onClearFilters).toHaveBeenCalledOnce();
});

test("error: says what, with the request's number, and tries again", () => {
  const onRetry = vi.fn<() => void>();
  draw({ rows: [], state: "error", errorText: "Storehouse cannot be reached.", requestId: "r-1", onRetry });
  expect(screen.getByRole("alert").textContent).toContain("Storehouse cannot be reached.");
  expect(screen.getByRole("alert").textContent).toContain("r-1");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test("rows: j, k and Enter walk and open; one row is in the tab order", () => {
  const onOpen = vi.fn<(row: Row) => void>();
  draw({ onOpen });
  fireEvent.keyDown(document.body, { key: "j" });
  expect(document.activeElement?.textContent).toContain("Bolt");
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "j" });
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "k" });
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Enter" });
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(ROWS[1]);
  expect(bodyRows().map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
});

test("a press on a row opens it, a press on its checkbox only selects it", () => {
  const onOpen = vi.fn<(row: Row) => void>();
  const onSelectionChange = vi.fn<(selection: Selection) => void>();
  draw({ onOpen, selection: { isAll: false, ids: new Set(["a"]) }, onSelectionChange });
  fireEvent.click(screen.getByRole("checkbox", { name: "Select Nut" }));
  expect(onSelectionChange).toHaveBeenCalledWith({ isAll: false, ids: new Set(["a", "b"]) });
  expect(onOpen).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText("Nut"));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(ROWS[1]);
});

test("x selects, Shift reaches from the row before, the box over the rows takes all, Escape none", () => {
  let selection = NO_SELECTION;
  const { rerender } = draw();
  const show = () =>
    rerender(
      <DataTable
        label="Products"
        columns={COLUMNS}
        rows={ROWS}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        state="ready"
        empty={null}
        selection={selection}
        onSelectionChange={(next) => {
          selection = next;
          show();
        }}
      />,
    );
  show();
  const chosen = () => [...selection.ids].toSorted().join("");
  fireEvent.keyDown(document.body, { key: "j" });
  const press = (key: string, shiftKey = false) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, shiftKey });
  press("x");
  expect(chosen()).toBe("a");
  press("ArrowDown", true);
  expect(chosen()).toBe("ab");
  press("Escape");
  expect(chosen()).toBe("");
  fireEvent.click(screen.getByRole("checkbox", { name: "Select Bolt" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Select Rod" }), { shiftKey: true });
  expect(chosen()).toBe("abc");
  fireEvent.click(screen.getByRole("checkbox", { name: "Select all loaded rows" }));
  expect(chosen()).toBe("");
});

test("headers sort: aria-sort tells how, a first press takes the column's own direction", () => {
  const onSort = vi.fn<(sort: Sort) => void>();
  draw({ sort: { by: "name", direction: "asc" }, onSort });
  expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");
  expect(screen.getByRole("columnheader", { name: "On hand" }).getAttribute("aria-sort")).toBe("none");
  fireEvent.click(screen.getByRole("button", { name: "Name" }));
  fireEvent.click(screen.getByRole("button", { name: "On hand" }));
  expect(onSort.mock.calls).toEqual([[{ by: "name", direction: "desc" }], [{ by: "onHand", direction: "desc" }]]);
});

const LEAD: Column<Row> = { id: "kind", header: "Kind", leadKey: "kind", cell: () => "raw" };

test("one column leads the sort: pressed alone the other ends it, with Shift it goes on within it", () => {
  const onSort = vi.fn<(sort: Sort) => void>();
  const onLead = vi.fn<(lead: Sort | null) => void>();
  const lead: Sort = { by: "kind", direction: "asc" };
  draw({ columns: [...COLUMNS, LEAD], sort: { by: "name", direction: "asc" }, onSort, lead, onLead });
  const count = screen.getByRole("button", { name: "On hand" });
  expect(screen.getByRole("columnheader", { name: /Kind/ }).getAttribute("aria-sort")).toBe("ascending");
  expect(screen.getByRole("button", { name: "Name upwards, sorted 2" })).toBeDefined();
  fireEvent.click(count, { shiftKey: true });
  expect(onLead).not.toHaveBeenCalled();
  fireEvent.click(count);
  expect(onLead.mock.lastCall).toEqual([null]);
  expect(onSort.mock.calls).toEqual(Array.from({ length: 2 }, () => [{ by: "onHand", direction: "desc" }]));
  fireEvent.click(screen.getByRole("button", { name: /^Kind/ }));
  expect(onLead.mock.lastCall).toEqual([{ by: "kind", direction: "desc" }]);
});

test("a column drawn wider stays so on this device, within bounds", () => {
  draw({ columnsKey: "products", sort: { by: "name", direction: "asc" }, onSort: () => undefined });
  const header = screen.getByRole("button", { name: "On hand" });
  fireEvent.keyDown(header, { key: "ArrowRight", shiftKey: true });
  fireEvent.keyDown(header, { key: "ArrowRight" });
  const width = () => document.querySelectorAll("col")[1]?.style.width;
  expect(width()).toBe("156px");
  cleanup();
  draw({ columnsKey: "products" });
  expect(width()).toBe("156px");
  fireEvent.doubleClick(document.querySelectorAll("[data-resize]")[1] ?? document.body);
  expect(localStorage.getItem("storehouse.columns.products")).toBeNull();
});

test("the end coming near asks for the next page, once while it is on its way", () => {
  const onMore = vi.fn<() => void>();
  draw({ hasMore: true, onMore });
  expect(onMore).toHaveBeenCalledOnce();
  cleanup();
  draw({ hasMore: true, isLoadingMore: true, onMore });
  expect(onMore).toHaveBeenCalledOnce();
  expect(screen.getByText("Loading more…")).toBeDefined();
});

test("a hidden column stays hidden on this device; the first cannot be hidden", () => {
  localStorage.setItem("storehouse.columns.products", JSON.stringify(["count", "name"]));
  draw({ columnsKey: "products" });
  expect(screen.queryByRole("columnheader", { name: "On hand" })).toBeNull();
  expect(screen.getByRole("columnheader", { name: "Name" })).toBeDefined();
});

test("on a narrow screen each row is a card that opens", () => {
  vi.stubGlobal("matchMedia", () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const onOpen = vi.fn<(row: Row) => void>();
  draw({ onOpen });
  const cards = within(screen.getByRole("list", { name: "Products" })).getAllByRole("listitem");
  expect(cards).toHaveLength(3);
  fireEvent.click(screen.getByRole("button", { name: "Open Rod" }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(ROWS[2]);
});

const drawEdited = (save: (row: Row, text: string) => Promise<string | null>) => {
  const edits = {
    name: { text: (row: Row) => row.name, save },
    count: { text: (row: Row) => String(row.count), save, isNumber: true },
  };
  draw({ edits, onOpen: () => undefined });
  fireEvent.keyDown(document.body, { key: "j" });
};
const press = (key: string, shiftKey = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, shiftKey });
const type = (text: string) => fireEvent.change(document.activeElement ?? document.body, { target: { value: text } });

test("e changes the cell the arrows have come to; Escape leaves it as it was and goes back to the row", () => {
  const save = vi.fn<(row: Row, text: string) => Promise<string | null>>(async () => null);
  drawEdited(save);
  press("ArrowRight");
  press("ArrowRight");
  press("e");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "On hand of Bolt" }));
  type("7");
  press("Escape");
  expect(document.activeElement?.getAttribute("data-row")).toBe("a");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(save).not.toHaveBeenCalled();
});

test("what is wrong is said at the cell and what was typed stays; Tab saves and goes on to the next cell", async () => {
  const save = vi.fn<(row: Row, text: string) => Promise<string | null>>(async (_, text) =>
    text === "wrong" ? "No such name." : null,
  );
  drawEdited(save);
  press("e");
  type("wrong");
  press("Enter");
  const alert = await screen.findByRole("alert");
  const field = screen.getByRole("textbox", { name: "Name of Bolt" });
  expect(alert.textContent).toBe("No such name.");
  expect(field.getAttribute("aria-describedby")).toBe(alert.id);
  expect(document.activeElement).toBe(field);
  type("Right");
  press("Tab");
  await screen.findByRole("textbox", { name: "On hand of Bolt" });
  press("Tab");
  await screen.findByRole("textbox", { name: "Name of Nut" });
  press("Tab", true);
  await screen.findByRole("textbox", { name: "On hand of Bolt" });
  expect(save.mock.calls).toEqual([
    [ROWS[0], "wrong"],
    [ROWS[0], "Right"],
  ]);
});
