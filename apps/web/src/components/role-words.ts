import { isBuiltIn, type Role } from "@storehouse/domain";
import { wordsOf } from "../language/t.ts";

/** What each built-in role is called, and what it is for in a line. */
export const ROLE_WORDS: Record<Role, Readonly<{ label: string; hint: string }>> = {
  master: wordsOf({
    label: "record.master",
    hint: "record.everythingPeopleIncluded",
  }),
  manager: wordsOf({
    label: "record.manager",
    hint: "record.everythingButPeopleAndRoles",
  }),
  employee: wordsOf({
    label: "record.employee",
    hint: "record.booksAndMovesStock",
  }),
  viewer: wordsOf({
    label: "record.viewer",
    hint: "record.looksChangesNothing",
  }),
};

/** A role's name as people read it: a built-in one's label, or the name the factory gave its own. */
export const roleLabel = (name: string): string => (isBuiltIn(name) ? ROLE_WORDS[name].label : name);
