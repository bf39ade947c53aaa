export { NewProductSheet } from "./new-product-sheet.tsx";
export { ProductPage } from "./product-page.tsx";
export { ProductsPage } from "./products-page.tsx";
export { nameOf, VariantPicker } from "../variant/index.ts";
