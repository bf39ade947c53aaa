import type { ApiKeyRow, AuditRow, ImportStatus, RoleRow, UserRow } from "@storehouse/domain";
import { changeOf } from "../audit-change.ts";
import { type Columns, moment, number, text } from "./column.ts";
import { useOf } from "./words.ts";

/** Who works here. */
export const USER_COLUMNS: Columns<UserRow> = {
  name: text((row) => row.name),
  username: text((row) => row.username),
  role: text((row) => row.roleName),
  places: text((row, say) => (row.placeNames.length === 0 ? say("file.everywhere") : row.placeNames.join(", "))),
  email: text((row) => row.email),
  seen: moment((row) => row.lastSeenAt),
  state: text((row, say) => {
    if (!row.isActive) return say("file.deactivated");
    if (row.lastSeenAt === null) return say("file.notSignedInYet");
    return say(row.mustChangePassword ? "file.firstPassword" : "file.active");
  }),
};

export const ROLE_COLUMNS: Columns<RoleRow> = {
  name: text((row) => row.name),
  hint: text((row) => row.description),
  people: number((row) => row.people),
  kind: text((row, say) => (row.isBuiltIn ? say("file.builtIn") : useOf(row, say))),
};

/** The keys of programs. */
export const API_KEY_COLUMNS: Columns<ApiKeyRow> = {
  name: text((row) => `${row.name} …${row.ending}`),
  scopes: text((row) => row.scopes.join(", ")),
  madeBy: text((row) => row.madeBy),
  used: moment((row) => row.lastUsedAt),
  ends: moment((row) => row.expiresAt),
  state: text((row, say) => say(row.revokedAt === null ? "file.inUse" : "file.ended")),
};

/** The sheets that came in. */
export const IMPORT_COLUMNS: Columns<ImportStatus> = {
  file: text((row) => row.fileName),
  at: moment((row) => row.createdAt),
  person: text((row) => row.userName),
  rows: number((row) => row.total),
  state: text((row, say) => say(`importState.${row.state}`)),
};

/** Who changed what. */
export const AUDIT_COLUMNS: Columns<AuditRow> = {
  at: moment((row) => row.at),
  who: text((row) => row.actorName),
  deed: text((row) => (row.subject === null ? row.action : `${row.action}: ${row.subject}`)),
  change: text(changeOf),
  reason: text((row) => row.reason),
  flag: text((row, say) => (row.flag === "none" ? null : say(`question.${row.flag}`))),
  device: text((row) => row.device),
  reference: text((row) => row.reference),
  address: text((row) => row.address),
};
