export { UnitPicker, useUnits } from "./unit-picker.tsx";
export { UnitsPage } from "./units-page.tsx";
