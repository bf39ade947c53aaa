import { isBuiltIn, type RoleRow } from "@storehouse/domain";
import { Badge, type Column } from "@storehouse/ui";
import { ROLE_WORDS, roleLabel } from "../../components/role-words.ts";
import { t } from "../../language/t.ts";

/** What a role is for, in a line. */
export const roleHint = ({ id, description }: RoleRow): string | null =>
  isBuiltIn(id) ? ROLE_WORDS[id].hint : description;

const people = (count: number) => (count === 0 ? t("role.nobody") : t("entity.userCounted", { count }));

/** The columns of the roles. */
export const ROLE_COLUMNS: readonly Column<RoleRow>[] = [
  {
    id: "name",
    get header() {
      return t("role.name");
    },
    width: 200,
    cell: (row) => roleLabel(row.name),
  },
  {
    id: "hint",
    get header() {
      return t("role.for");
    },
    isGrowing: true,
    width: 240,
    cell: (row) => roleHint(row) ?? <span className="text-faint">–</span>,
    cardCell: (row) => roleHint(row),
  },
  {
    id: "people",
    get header() {
      return t("role.people");
    },
    width: 110,
    align: "end",
    cell: (row) => (row.people === 0 ? <span className="text-faint">0</span> : row.people),
    cardCell: (row) => people(row.people),
  },
  {
    id: "kind",
    get header() {
      return t("role.kind");
    },
    width: 130,
    onCard: "corner",
    cell: (row) =>
      row.isArchived ? (
        <Badge>{t("common.archived")}</Badge>
      ) : row.isBuiltIn ? (
        <Badge>{t("role.builtIn")}</Badge>
      ) : (
        t("role.yourOwn")
      ),
  },
];
