export { countNotifications } from "./count-notifications.ts";
export { listNotifications } from "./list-notifications.ts";
export { listPreferences } from "./list-preferences.ts";
export { markAllNotifications } from "./mark-all-notifications.ts";
export { markNotification } from "./mark-notification.ts";
export { queueDigests } from "./queue-digests.ts";
export { setPreference } from "./set-preference.ts";
export { type MasterNews, tellMasters } from "./tell-masters.ts";
