import type { UserRow } from "@storehouse/domain";
import { Badge, type Column } from "@storehouse/ui";
import { MomentText } from "../session/index.ts";
import { roleLabel } from "../../components/role-words.ts";
import { t } from "../../language/t.ts";

const placesText = ({ placeNames }: UserRow): string | null => (placeNames.length === 0 ? null : placeNames.join(", "));

export const PEOPLE_COLUMNS: readonly Column<UserRow>[] = [
  {
    id: "name",
    get header() {
      return t("people.name");
    },
    isGrowing: true,
    width: 200,
    sortKey: "name",
    leadKey: "name",
    cell: (row) => row.name,
  },
  {
    id: "username",
    get header() {
      return t("people.username");
    },
    width: 160,
    sortKey: "username",
    leadKey: "username",
    cell: (row) => row.username,
  },
  {
    id: "role",
    get header() {
      return t("people.role");
    },
    width: 120,
    cell: (row) => roleLabel(row.roleName),
  },
  {
    id: "places",
    get header() {
      return t("people.places");
    },
    width: 180,
    cell: (row) => placesText(row) ?? <span className="text-faint">{t("people.everywhere")}</span>,
    cardCell: placesText,
  },
  {
    id: "email",
    header: "E-mail",
    width: 220,
    sortKey: "email",
    leadKey: "email",
    cell: (row) => row.email ?? <span className="text-faint">–</span>,
    onCard: "none",
  },
  {
    id: "seen",
    get header() {
      return t("people.lastSeen");
    },
    width: 170,
    sortKey: "seen",
    leadKey: "seen",
    cell: (row) =>
      row.lastSeenAt ? <MomentText value={row.lastSeenAt} /> : <span className="text-faint">{t("people.never")}</span>,
  },
  {
    id: "state",
    get header() {
      return t("people.state");
    },
    width: 170,
    onCard: "corner",
    cell: (row) => <PersonState row={row} />,
  },
];

function PersonState({ row }: { row: UserRow }) {
  if (!row.isActive) return <Badge>{t("people.deactivated")}</Badge>;
  if (row.lastSeenAt === null) return <Badge meaning="progress">{t("people.notSignedInYet")}</Badge>;
  if (row.mustChangePassword) return <Badge meaning="attention">{t("people.firstPassword")}</Badge>;
  return <span className="text-quiet">{t("people.active")}</span>;
}
