export { LabelPage } from "./label-page.tsx";
