export { SupplierPicker } from "./supplier-picker.tsx";
export { SuppliersPage } from "./suppliers-page.tsx";
