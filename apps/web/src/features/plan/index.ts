export { LimitNotice } from "./limit-notice.tsx";
export { SubscriptionBanner } from "./subscription-banner.tsx";
export { PlanCard } from "./plan-card.tsx";
