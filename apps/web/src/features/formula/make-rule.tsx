"use client";
import { Select, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

const RULES = [
  {
    value: "chosen",
    get label() {
      return t("formula.componentsFromThePlaceIt");
    },
  },
  {
    value: "anywhere",
    get label() {
      return t("formula.componentsFromWhereverTheyAre");
    },
  },
] as const;

/** Where makings take their components from: the factory's own rule. */
export function MakeRuleSelect() {
  const can = useCan();
  const utils = trpc.useUtils();
  const rule = trpc.productFormulas.makeRule.useQuery();
  const update = trpc.productFormulas.updateMakeRule.useMutation({
    onSuccess: () => toast(t("common.saved")),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
    onSettled: () => utils.productFormulas.invalidate(),
  });
  return (
    <Select
      label={t("formula.whereComponentsComeFrom")}
      className="w-full sm:w-80"
      options={RULES}
      value={update.isPending ? update.variables.makeFrom : rule.data?.makeFrom}
      isDisabled={!can("productFormulas.update") || rule.isPending}
      onChange={(makeFrom) => update.mutate({ makeFrom })}
    />
  );
}
