import { type Page, test } from "@playwright/test";
import { e2eEnv } from "../env.ts";
import { ask } from "../pages/call.ts";
import { signIn } from "../pages/new-factory.ts";
import { withoutStream } from "../pages/without-stream.ts";

const OPEN = { landing: "/", register: "/register", login: "/login" };
const INSIDE = {
  home: "/home",
  stock: "/stock",
  "stock-low": "/stock?low=true",
  entries: "/stock/entries",
  alerts: "/alerts",
  products: "/products",
  "products-nothing-found": "/products?q=no-such-thing",
  "product-new": "/products?new=true",
  import: "/products/import",
  make: "/make",
  scan: "/scan",
  labels: "/labels",
  formulas: "/formulas",
  places: "/places",
  "place-new": "/places?open=new",
  subcategories: "/subcategories",
  suppliers: "/suppliers",
  units: "/units",
  people: "/people",
  audit: "/audit",
  roles: "/roles",
  programs: "/programs",
  backups: "/backups",
  "program-new": "/programs?add=true",
  "api-reference": "/programs?tab=reference",
  profile: "/profile",
  "book-in": "/home?book=in",
  move: "/home?book=move",
  "make-new": "/home?make=new",
  "not-found": "/nowhere",
};

test("every page", async ({ page }, info) => {
  await withoutStream(page);
  const shoot = async (name: string, path: string): Promise<void> => {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `../screenshots/${name}-${info.project.name}.png` });
  };
  for (const [name, path] of Object.entries(OPEN)) await shoot(name, path);
  await signIn(page, e2eEnv.seedLogin, e2eEnv.seedPassword);
  for (const [name, path] of Object.entries(INSIDE)) await shoot(name, path);
  await shoot("entries-of-a-number", "/stock/entries?types=sale,sale_return&undone=hide&days=30");
  const product = await mostBooked(page);
  for (const tab of ["stock", "ledger", "formula", "variants", "settings", "history"])
    await shoot(`product-${tab}`, `/products/${product}?tab=${tab}`);
});

async function mostBooked(page: Page): Promise<string> {
  const { rows } = await ask<{ rows: readonly { productId: string }[] }>(page, "inventory.entries", { limit: 1 });
  const [first] = rows;
  if (first === undefined) throw new Error("the seeded factory has no entries");
  return first.productId;
}
