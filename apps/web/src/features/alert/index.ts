export { AlertsPage } from "./alerts-page.tsx";
export { KIND_SENTENCES } from "./words.ts";
export { NotificationBell } from "./notification-bell.tsx";
export { ThresholdList } from "./threshold-list.tsx";
