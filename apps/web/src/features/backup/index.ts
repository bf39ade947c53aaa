export { BackupsPage } from "./backups-page.tsx";
export { sizeText } from "./words.ts";
