export { CopyList } from "./copy-list.tsx";
export { OpenCopyButton } from "./open-copy-button.tsx";
export { SideCopyPage } from "./side-copy-page.tsx";
export { MomentCard } from "./moment-card.tsx";
