export { ScanPage } from "./scan-page.tsx";
export { ScanProvider } from "./scan-provider.tsx";
