export { LevelTable } from "./level-table.tsx";
export { MovementsPage } from "./movements-page.tsx";
export { StockPage } from "./stock-page.tsx";
