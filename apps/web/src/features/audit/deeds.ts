import { t } from "../../language/t.ts";
const EACH = ["locations", "subcategories", "suppliers", "roles", "views"];
const all = (verb: string): string[] => EACH.map((noun) => `${noun}.${verb}`);

/** What people ask for when they ask what was done, and the actions of the log that each means. */
export const DEEDS = {
  booked: {
    get label() {
      return t("audit.booked");
    },
    actions: ["inventory.post", "inventory.transfer", "inventory.make", "inventory.correct"],
  },
  undone: {
    get label() {
      return t("audit.undone");
    },
    actions: ["inventory.reverse", "imports.undo", "bulk.undo", "backups.undoTakeBack"],
  },
  added: {
    get label() {
      return t("audit.added");
    },
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
    get label() {
      return t("audit.changed");
    },
    actions: [
      ...all("update"),
      "products.update",
      "products.updateVariant",
      "users.update",
      "productFormulas.update",
      "productFormulas.activate",
      "productFormulas.retire",
      "productFormulas.updateMakeRule",
      "bulk.commit",
      "alerts.setThreshold",
      "auth.updateProfile",
      "auth.setLanguage",
      "settings.update",
      "settings.close",
      "settings.reopen",
      "plan.turnOn",
      "plan.turnOff",
      "views.setDefault",
    ],
  },
  archived: {
    get label() {
      return t("audit.archivedOrTakenBack");
    },
    actions: [...all("archive"), "products.archive", "products.archiveVariant"],
  },
  restored: {
    get label() {
      return t("audit.putBack");
    },
    actions: ["auditLogs.restore", "backups.takeBack", "backups.restore"],
  },
  imported: {
    get label() {
      return t("audit.imported");
    },
    actions: ["products.import"],
  },
  signed: {
    get label() {
      return t("audit.signedInOrOut");
    },
    actions: [
      "auth.login",
      "auth.useLink",
      "auth.logout",
      "auth.endSession",
      "auth.endOtherSessions",
      "auth.changePassword",
    ],
  },
  saved: {
    get label() {
      return t("audit.backups");
    },
    actions: [
      "backups.create",
      "backups.download",
      "backups.export",
      "backups.openCopy",
      "backups.closeCopy",
      "backups.cleanUp",
    ],
  },
  support: {
    get label() {
      return t("support.title");
    },
    actions: ["support.grant", "support.enter", "support.leave", "support.end"],
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
  "formula",
  "import",
  "bulkChange",
  "settings",
  "view",
  "backup",
  "sideCopy",
  "apiKey",
  "webhook",
] as const;
