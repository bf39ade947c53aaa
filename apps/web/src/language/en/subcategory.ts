export const subcategory = {
  groupsOfYourOwnUnder:
    "Groups of your own under raw, semi-finished, finished and consumable: bearings, paints, ceiling fans.",
  addASubcategory: "Add a subcategory",
  groupProductsThatBelongTogether: "Group products that belong together, to find and count them together.",
  none: "None",
  noSuchSubcategory: "No such subcategory",
  subcategorySaved: "Subcategory saved",
  subcategoryAdded: "Subcategory added",
  rawMaterial: "Raw material",
  semiFinished: "Semi-finished",
  finished: "Finished",
  consumable: "Consumable",
  name: "Name",
  subcategories: "Subcategories",
} as const;
