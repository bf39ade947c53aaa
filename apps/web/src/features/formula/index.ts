export { FormulaTab } from "./formula-tab.tsx";
export { FormulasPage } from "./formulas-page.tsx";
