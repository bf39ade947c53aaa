export { archiveRole } from "./archive-role.ts";
export { assertHolds } from "./assert-holds.ts";
export { createRole } from "./create-role.ts";
export { explainRefusal } from "./explain-refusal.ts";
export { getRole } from "./get-role.ts";
export { listRoles } from "./list-roles.ts";
export { updateRole } from "./update-role.ts";
