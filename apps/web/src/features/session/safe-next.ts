/** Where signing in may lead back to. */
const PAGES = [
  "/home",
  "/stock",
  "/products",
  "/places",
  "/subcategories",
  "/suppliers",
  "/units",
  "/people",
  "/profile",
];

/** The path to go on to after signing in: one of the app's own pages, or Home. Never another site. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/[\w\-./?=&%~,+:]*$/.test(next) || next.includes("//") || next.includes("..")) return "/home";
  const path = next.split("?")[0] ?? "";
  return PAGES.some((page) => path === page || path.startsWith(`${page}/`)) ? next : "/home";
}
