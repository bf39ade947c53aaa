import { isBuiltIn, type Role } from "@storehouse/domain";

/** What each built-in role is called, and what it is for in a line. */
export const ROLE_WORDS: Record<Role, Readonly<{ label: string; hint: string }>> = {
  master: { label: "Master", hint: "Everything, people included" },
  manager: { label: "Manager", hint: "Everything but people and roles" },
  employee: { label: "Employee", hint: "Books and moves stock" },
  viewer: { label: "Viewer", hint: "Looks, changes nothing" },
};

/** A role's name as people read it: a built-in one's label, or the name the factory gave its own. */
export const roleLabel = (name: string): string => (isBuiltIn(name) ? ROLE_WORDS[name].label : name);
