import type { FirstSteps } from "@storehouse/domain";

export type ChecklistItem = Readonly<{
  id: string;
  title: string;
  text: string;
  href: string;
  verb: string;
  isDone: boolean;
}>;

/**
 * The first days' steps, each ticked by what the factory holds of its own. The place a factory starts with counts once it was named anew or got
 * company; who may not see people is not asked to add them.
 */
export function checklistOf(facts: Omit<FirstSteps, "sample">): readonly ChecklistItem[] {
  const { places, firstPlace, isFirstPlaceNamed, hasProducts, hasEntries, people } = facts;
  const items: ChecklistItem[] = [
    {
      id: "places",
      title: "Name your places",
      text: firstPlace
        ? `“${firstPlace}” is there already. Rename it, or add where else goods lie.`
        : "Add where goods lie.",
      href: "/places",
      verb: "Open places",
      isDone: places > 1 || isFirstPlaceNamed,
    },
    {
      id: "products",
      title: "Bring in your products",
      text: "Paste them from a spreadsheet or a file, or add them one by one.",
      href: "/products",
      verb: "Add products",
      isDone: hasProducts,
    },
    {
      id: "count",
      title: "Book the first stock",
      text: "Book in what lies on the shelves now. Every booking can be undone.",
      href: "/home?book=in",
      verb: "Book in",
      isDone: hasEntries,
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
