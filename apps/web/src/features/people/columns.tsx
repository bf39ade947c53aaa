import type { UserRow } from "@storehouse/domain";
import { Badge, type Column } from "@storehouse/ui";
import { MomentText } from "../session/index.ts";
import { roleLabel } from "../../components/role-words.ts";

const placesText = ({ placeNames }: UserRow): string | null => (placeNames.length === 0 ? null : placeNames.join(", "));

export const PEOPLE_COLUMNS: readonly Column<UserRow>[] = [
  { id: "name", header: "Name", isGrowing: true, width: 200, cell: (row) => row.name },
  { id: "username", header: "Username", width: 160, cell: (row) => row.username },
  { id: "role", header: "Role", width: 120, cell: (row) => roleLabel(row.roleName) },
  {
    id: "places",
    header: "Places",
    width: 180,
    cell: (row) => placesText(row) ?? <span className="text-faint">everywhere</span>,
    cardCell: placesText,
  },
  {
    id: "email",
    header: "E-mail",
    width: 220,
    cell: (row) => row.email ?? <span className="text-faint">–</span>,
    onCard: "none",
  },
  {
    id: "seen",
    header: "Last seen",
    width: 170,
    cell: (row) => (row.lastSeenAt ? <MomentText value={row.lastSeenAt} /> : <span className="text-faint">never</span>),
  },
  { id: "state", header: "State", width: 170, onCard: "corner", cell: (row) => <PersonState row={row} /> },
];

function PersonState({ row }: { row: UserRow }) {
  if (!row.isActive) return <Badge>Deactivated</Badge>;
  if (row.lastSeenAt === null) return <Badge meaning="progress">Not signed in yet</Badge>;
  if (row.mustChangePassword) return <Badge meaning="attention">First password</Badge>;
  return <span className="text-quiet">Active</span>;
}
