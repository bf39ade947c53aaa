/** Which rows are chosen: these, or all that match the list's filters but these. */
export type Selection = Readonly<{ isAll: boolean; ids: ReadonlySet<string> }>;

/** No row. */
export const NO_SELECTION: Selection = { isAll: false, ids: new Set() };

/** True for a row that is chosen. */
export const isSelected = ({ isAll, ids }: Selection, id: string): boolean => ids.has(id) !== isAll;

/** True where no row is chosen. */
export const isNoneSelected = ({ isAll, ids }: Selection): boolean => !isAll && ids.size === 0;

/** The selection with some rows put in, or taken out. */
export function withSelected(selection: Selection, rowIds: readonly string[], isIn: boolean): Selection {
  const ids = new Set(selection.ids);
  for (const id of rowIds) {
    if (isIn === selection.isAll) ids.delete(id);
    else ids.add(id);
  }
  return { ...selection, ids };
}

/** Whether all of some rows are chosen, some, or none, in the words of a checkbox. */
export function selectedOf(selection: Selection, rowIds: readonly string[]): boolean | "indeterminate" {
  const count = rowIds.filter((id) => isSelected(selection, id)).length;
  if (count === 0) return false;
  return count === rowIds.length ? true : "indeterminate";
}
