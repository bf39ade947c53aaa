export { LimitNotice } from "./limit-notice.tsx";
export { PlanCard } from "./plan-card.tsx";
