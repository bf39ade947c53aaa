export { AppShell } from "./app-shell.tsx";
export { errorMessage, failureMessage, shortageText } from "./failure-message.ts";
export { LoginPage } from "./login-page.tsx";
export { MeProvider, useCan, useMe } from "./me.tsx";
export { reasonMessage } from "./reason-message.ts";
export { loginOf, rememberFactory } from "./remembered-login.ts";
export { safeNext } from "./safe-next.ts";
export { showFailure } from "./show-failure.ts";
export { useDraft } from "./use-draft.ts";
