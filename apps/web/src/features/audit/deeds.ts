const EACH = ["locations", "subcategories", "suppliers", "roles", "views"];
const all = (verb: string): string[] => EACH.map((noun) => `${noun}.${verb}`);

/** What people ask for when they ask what was done, and the actions of the log that each means. */
export const DEEDS = {
  booked: { label: "Booked", actions: ["inventory.post", "inventory.transfer", "inventory.make"] },
  undone: { label: "Undone", actions: ["inventory.reverse", "imports.undo"] },
  added: {
    label: "Added",
    actions: [
      ...all("create"),
      "products.create",
      "products.addVariant",
      "units.create",
      "users.create",
      "productFormulas.create",
    ],
  },
  changed: {
    label: "Changed",
    actions: [
      ...all("update"),
      "products.update",
      "products.updateVariant",
      "users.update",
      "productFormulas.update",
      "auth.updateProfile",
      "auth.setLanguage",
      "settings.update",
      "views.setDefault",
    ],
  },
  archived: {
    label: "Archived or taken back",
    actions: [...all("archive"), "products.archive", "products.archiveVariant"],
  },
  restored: { label: "Put back", actions: ["auditLogs.restore"] },
  imported: { label: "Imported", actions: ["products.import"] },
  signed: {
    label: "Signed in or out",
    actions: [
      "auth.login",
      "auth.useLink",
      "auth.logout",
      "auth.endSession",
      "auth.endOtherSessions",
      "auth.changePassword",
    ],
  },
} as const;

export type Deed = keyof typeof DEEDS;
export const DEED_NAMES = Object.keys(DEEDS) as Deed[];

/** The kinds of record the log can be narrowed to. */
export const ENTITIES = [
  "posting",
  "product",
  "variant",
  "location",
  "subcategory",
  "supplier",
  "unit",
  "user",
  "role",
  "import",
  "settings",
  "view",
] as const;
