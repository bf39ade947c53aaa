import { v7 } from "uuid";
import type { SampleCall } from "./sample-calls.ts";

const refused = (input?: unknown): SampleCall => ({ input, foreign: "refused" });

/** Samples of the console's procedures: to people of a factory all of them are closed. */
export const platformCalls = (factoryId: string = v7()): Record<string, SampleCall> => ({
  "platform.login": refused({ username: "nobody", password: "no-such-password" }),
  "platform.secondStep": refused({ challenge: "none", code: "000000" }),
  "platform.readLink": refused({ token: "A".repeat(86) }),
  "platform.useLink": refused({ token: "A".repeat(86), password: "a-long-walk-by-the-river", code: "000000" }),
  "platform.logout": refused(),
  "platform.me": refused(),
  "platform.sessions": refused(),
  "platform.endSession": refused({ id: v7() }),
  "platform.dashboard": refused(),
  "platform.factories": refused({ limit: 5, search: "a", state: "READY", sort: { by: "size", direction: "desc" } }),
  "platform.factory": refused({ factoryId }),
  "platform.createFactory": refused({
    factory_name: "New works",
    db_name: "new_works",
    admin_username: "kim",
    admin_name: "Kim",
    admin_email: "",
  }),
  "platform.makeFirstLink": refused({ factoryId }),
  "platform.suspend": refused({ factoryId, reason: "Unpaid" }),
  "platform.reactivate": refused({ factoryId }),
  "platform.backUp": refused({ factoryId, id: v7() }),
  "platform.sideCopies": refused({ factoryId }),
  "platform.openSideCopy": refused({ factoryId, id: v7(), backupId: v7() }),
  "platform.closeSideCopy": refused({ factoryId, id: v7() }),
  "platform.switchTo": refused({ factoryId, id: v7(), confirm: "nobody" }),
  "platform.approveSideCopy": refused({ factoryId, id: v7(), confirm: "nobody" }),
  "platform.resume": refused({ factoryId }),
  "platform.syncConnections": refused({ factoryId }),
  "platform.factoryWork": refused({ factoryId }),
  "platform.moveFactory": refused({ factoryId, id: v7(), server: "north" }),
  "platform.rotatePassword": refused({ factoryId, id: v7() }),
  "platform.archiveFactory": refused({ factoryId, id: v7() }),
  "platform.deleteFactory": refused({ factoryId, id: v7(), typedName: "alpha" }),
  "platform.upkeep": refused(),
  "platform.pauseMigrations": refused({ isPaused: false }),
  "platform.rotateKeys": refused({ id: v7() }),
  "platform.setSignUp": refused({ isOpen: true }),
  "platform.work": refused({ limit: 5, state: "FAILED" }),
  "platform.timetable": refused(),
  "platform.events": refused({ limit: 5, actor: "worker", action: "factory.create", from: "2026-01-01" }),
});
