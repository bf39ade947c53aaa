export { useListViews } from "./use-list-views.tsx";
