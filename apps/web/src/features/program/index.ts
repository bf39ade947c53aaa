export { ProgramsPage } from "./programs-page.tsx";
