import { isBuiltIn, type RoleRow } from "@storehouse/domain";
import { Badge, type Column } from "@storehouse/ui";
import { ROLE_WORDS, roleLabel } from "../../components/role-words.ts";

/** What a role is for, in a line. */
export const roleHint = ({ id, description }: RoleRow): string | null =>
  isBuiltIn(id) ? ROLE_WORDS[id].hint : description;

const people = (count: number) => (count === 0 ? "nobody" : count === 1 ? "1 person" : `${count} people`);

/** The columns of the roles. */
export const ROLE_COLUMNS: readonly Column<RoleRow>[] = [
  { id: "name", header: "Name", width: 200, cell: (row) => roleLabel(row.name) },
  {
    id: "hint",
    header: "For",
    isGrowing: true,
    width: 240,
    cell: (row) => roleHint(row) ?? <span className="text-faint">–</span>,
    cardCell: (row) => roleHint(row),
  },
  {
    id: "people",
    header: "People",
    width: 110,
    align: "end",
    cell: (row) => (row.people === 0 ? <span className="text-faint">0</span> : row.people),
    cardCell: (row) => people(row.people),
  },
  {
    id: "kind",
    header: "Kind",
    width: 130,
    onCard: "corner",
    cell: (row) => (row.isArchived ? <Badge>Archived</Badge> : row.isBuiltIn ? <Badge>Built in</Badge> : "Your own"),
  },
];
