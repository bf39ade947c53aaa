export { BottomBar } from "./bottom-bar.tsx";
export { ConnectionBanner } from "./connection-banner.tsx";
export { NAVIGATION } from "./navigation.ts";
export { PersonMenu } from "./person-menu.tsx";
export { QuickAdd } from "./quick-add.tsx";
export { Rail } from "./rail.tsx";
export { ShellContext, useShell } from "./shell-context.ts";
export { ShortcutsDialog } from "./shortcuts-dialog.tsx";
export { TopLine } from "./top-line.tsx";
