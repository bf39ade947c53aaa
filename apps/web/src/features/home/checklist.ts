import type { FirstSteps } from "@storehouse/domain";
import { t } from "../../language/t.ts";

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
      title: t("home.nameYourPlaces"),
      text: firstPlace ? t("home.isThereAlreadyRenameIt", { firstPlace }) : t("home.addWhereGoodsLie"),
      href: "/places",
      verb: t("home.openPlaces"),
      isDone: places > 1 || isFirstPlaceNamed,
    },
    {
      id: "products",
      title: t("home.bringInYourProducts"),
      text: t("home.pasteThemFromASpreadsheet"),
      href: "/products",
      verb: t("home.addProducts"),
      isDone: hasProducts,
    },
    {
      id: "count",
      title: t("home.bookTheFirstStock"),
      text: t("home.bookInWhatLiesOn"),
      href: "/home?book=in",
      verb: t("common.bookIn"),
      isDone: hasEntries,
    },
  ];
  if (people === null) return items;
  const invite: ChecklistItem = {
    id: "people",
    title: t("home.addThePeopleYouWork"),
    text: t("home.eachSignsInWithA"),
    href: "/people",
    verb: t("home.addPeople"),
    isDone: people > 1,
  };
  return [...items, invite];
}
