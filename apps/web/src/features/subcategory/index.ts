export { SubcategoriesPage } from "./subcategories-page.tsx";
export { SubcategoryPicker } from "./subcategory-picker.tsx";
export { CATEGORY_WORDS } from "./words.ts";
