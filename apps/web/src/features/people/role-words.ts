import type { Role } from "@storehouse/domain";

/** What each role is called, and what it is for in a line. */
export const ROLE_WORDS: Record<Role, Readonly<{ label: string; hint: string }>> = {
  master: { label: "Master", hint: "Everything, people included" },
  manager: { label: "Manager", hint: "Everything but people" },
  employee: { label: "Employee", hint: "Books and moves stock" },
  viewer: { label: "Viewer", hint: "Looks, changes nothing" },
};

export const ROLE_OPTIONS = (["master", "manager", "employee", "viewer"] as const).map((role) => ({
  value: role,
  ...ROLE_WORDS[role],
}));
