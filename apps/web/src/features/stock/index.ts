export { LevelTable } from "./level-table.tsx";
export { StockPage } from "./stock-page.tsx";
