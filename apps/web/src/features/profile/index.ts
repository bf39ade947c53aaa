export { ProfilePage } from "./profile-page.tsx";
export { RecoveryCodes } from "./recovery-codes.tsx";
