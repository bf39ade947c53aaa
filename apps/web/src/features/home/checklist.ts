import type { LocationRow } from "@storehouse/domain";

export type ChecklistItem = Readonly<{
  id: string;
  title: string;
  text: string;
  href: string;
  verb: string;
  isDone: boolean;
}>;

type Facts = Readonly<{ places: readonly LocationRow[]; products: number; entries: number; people: number | null }>;

/**
 * The first days' steps, each ticked by what the factory holds. The place a factory starts with counts once it was named anew or got company;
 * `people` is null for who may not see them.
 */
export function checklistOf({ places, products, entries, people }: Facts): readonly ChecklistItem[] {
  const first = places[0];
  const items: ChecklistItem[] = [
    {
      id: "places",
      title: "Name your places",
      text: first
        ? `“${first.name}” is there already. Rename it, or add where else goods lie.`
        : "Add where goods lie.",
      href: "/places",
      verb: "Open places",
      isDone: places.length > 1 || (first?.version ?? 1) > 1,
    },
    {
      id: "products",
      title: "Bring in your products",
      text: "Paste them from a spreadsheet or a file, or add them one by one.",
      href: "/products",
      verb: "Add products",
      isDone: products > 0,
    },
    {
      id: "count",
      title: "Book the first stock",
      text: "Book in what lies on the shelves now. Every booking can be undone.",
      href: "/home?book=in",
      verb: "Book in",
      isDone: entries > 0,
    },
  ];
  if (people === null) return items;
  const invite: ChecklistItem = {
    id: "people",
    title: "Add the people you work with",
    text: "Each signs in with a name of their own and sees what their role allows.",
    href: "/people",
    verb: "Add people",
    isDone: people > 1,
  };
  return [...items, invite];
}
