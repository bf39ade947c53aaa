export { OperatorAccountPage } from "./account-page.tsx";
export { ConsoleShell } from "./console-shell.tsx";
export { DashboardPage } from "./dashboard-page.tsx";
export { EventsPage } from "./events-page.tsx";
export { FactoriesPage } from "./factories-page.tsx";
export { OneFactoryPage } from "./factory-page.tsx";
export { OperatorLinkPage } from "./link-page.tsx";
export { OperatorLoginPage } from "./login-page.tsx";
export { W as OPERATOR_WORDS } from "./words.ts";
