import { describe, expect, test } from "vitest";
import { addSort, type Column } from "./column.ts";

const column = (id: string, keys: Partial<Column<string>>): Column<string> => ({
  id,
  header: id,
  cell: (row) => row,
  ...keys,
});
const name = column("name", { sortKey: "name" });
const place = column("place", { sortKey: "place", leadKey: "place" });
const kind = column("kind", { sortKey: "kind", leadKey: "kind", firstDirection: "desc" });
const group = column("group", { leadKey: "group" });
const columns = [name, place, kind, group];

describe("a column pressed with Shift", () => {
  test("goes within the one that was sorted by, where that can come first", () => {
    const sort = { by: "place", direction: "desc" } as const;
    expect(addSort(columns, kind, { sort, lead: null })).toEqual({
      sort: { by: "kind", direction: "desc" },
      lead: sort,
    });
  });

  test("comes first itself where the other cannot", () => {
    const sort = { by: "name", direction: "asc" } as const;
    expect(addSort(columns, kind, { sort, lead: null })).toEqual({ sort, lead: { by: "kind", direction: "desc" } });
    expect(addSort(columns, group, { sort, lead: null })).toEqual({ sort, lead: { by: "group", direction: "asc" } });
  });

  test("turns round where it already is one of the two", () => {
    const [sort, lead] = [{ by: "name", direction: "asc" } as const, { by: "place", direction: "asc" } as const];
    expect(addSort(columns, place, { sort, lead })).toEqual({ sort, lead: { by: "place", direction: "desc" } });
    expect(addSort(columns, name, { sort, lead })).toEqual({ sort: { by: "name", direction: "desc" }, lead });
    expect(addSort(columns, name, { sort, lead: null })).toEqual({
      sort: { by: "name", direction: "desc" },
      lead: null,
    });
  });

  test("takes the second place where there are two already", () => {
    const [sort, lead] = [{ by: "name", direction: "asc" } as const, { by: "place", direction: "asc" } as const];
    expect(addSort(columns, kind, { sort, lead })).toEqual({ sort: { by: "kind", direction: "desc" }, lead });
  });
});
