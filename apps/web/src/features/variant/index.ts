export { nameOf, VariantPicker } from "./variant-picker.tsx";
