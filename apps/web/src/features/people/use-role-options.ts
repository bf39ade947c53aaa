import { ROLE_WORDS, roleLabel } from "../../components/role-words.ts";
import { isBuiltIn, ROLES } from "@storehouse/domain";
import { trpc } from "../../trpc/client.tsx";

const builtIn = () => ROLES.map((role) => ({ value: role as string, ...ROLE_WORDS[role] }));

/** The roles somebody can be given, the factory's own after the built-in ones; those alone until the others are here. */
export function useRoleOptions() {
  const { data } = trpc.roles.list.useQuery({});
  if (data === undefined) return builtIn();
  return data.rows.map(({ id, name, description }) => ({
    value: id as string,
    label: roleLabel(name),
    hint: isBuiltIn(id) ? ROLE_WORDS[id].hint : (description ?? ""),
  }));
}
