import { LOCATION_TYPE_WORDS } from "../features/location/words.ts";
import { SOURCE_TYPE_WORDS } from "../features/product/words.ts";
import { CATEGORY_WORDS } from "../features/subcategory/words.ts";
import { wordsOf } from "../language/t.ts";

/** What the kinds of record are called. */
export const RECORD_WORDS: Readonly<Record<string, string>> = wordsOf({
  posting: "record.posting",
  product: "record.productNoun",
  variant: "record.variantNoun",
  location: "record.locationNoun",
  subcategory: "record.subcategoryNoun",
  supplier: "record.supplierNoun",
  unit: "record.unitNoun",
  user: "record.userNoun",
  role: "record.roleNoun",
  formula: "record.formulaNoun",
  apiKey: "record.apiKey",
  webhook: "record.webhook",
  backup: "record.backup",
  sideCopy: "record.sideCopy",
  supportGrant: "entity.supportGrant",
  takeBack: "record.takeBack",
  sample: "record.sampleFactoryNoun",
  view: "record.viewNoun",
  session: "record.sessionNoun",
  import: "record.importNoun",
  bulkChange: "record.changeOfManyNoun",
  factory: "record.factoryNoun",
  settings: "record.settingsNoun",
});

/** What the fields of records are called, wherever a change of one is told. */
export const FIELD_WORDS: Readonly<Record<string, string>> = wordsOf({
  atPlaces: "record.atPlaces",
  attributes: "record.attributes",
  barcodes: "record.barcodes",
  baseUnitId: "record.countedIn",
  category: "common.category",
  code: "record.code",
  contact: "record.contactPerson",
  cost: "record.cost",
  created: "record.productsAdded",
  savedAt: "record.savedAt",
  records: "record.records",
  left: "record.leftAsTheyWere",
  defaultLocationId: "record.usuallyKeptAt",
  email: "record.email",
  events: "record.toldWhen",
  fileName: "record.file",
  fromLocationId: "common.from",
  host: "record.webAddress",
  isActive: "record.maySignIn",
  isArchived: "common.archived",
  locationIds: "record.places",
  maximum: "record.maximum",
  minimumStock: "record.minimum",
  onHand: "record.onHand",
  siteId: "record.standsIn",
  sku: "record.code",
  sourceType: "record.comesFrom",
  subcategoryId: "common.subcategory",
  supplierId: "record.supplier",
  taxNumber: "record.taxNumber",
  toLocationId: "common.to",
  units: "record.otherUnits",
  updated: "record.productsChanged",
  variantId: "record.variant",
});

/** Fields whose values are words of a closed list, and what those are called. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: CATEGORY_WORDS,
  sourceType: SOURCE_TYPE_WORDS,
  type: LOCATION_TYPE_WORDS,
};
