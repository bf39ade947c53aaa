export { CatalogueFilters } from "./catalogue-filters.tsx";
