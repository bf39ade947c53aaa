export { archiveSubcategory } from "./archive-subcategory.ts";
export { createSubcategory } from "./create-subcategory.ts";
export { getSubcategory } from "./get-subcategory.ts";
export { listSubcategories } from "./list-subcategories.ts";
export { updateSubcategory } from "./update-subcategory.ts";
