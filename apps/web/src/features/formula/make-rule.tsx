"use client";
import { Select, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";

const RULES = [
  { value: "chosen", label: "Components from the place it is made at" },
  { value: "anywhere", label: "Components from wherever they are" },
] as const;

/** Where makings take their components from: the factory's own rule. */
export function MakeRuleSelect() {
  const can = useCan();
  const utils = trpc.useUtils();
  const rule = trpc.productFormulas.makeRule.useQuery();
  const update = trpc.productFormulas.updateMakeRule.useMutation({
    onSuccess: () => toast("Saved"),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
    onSettled: () => utils.productFormulas.invalidate(),
  });
  return (
    <Select
      label="Where components come from"
      className="w-full sm:w-80"
      options={RULES}
      value={update.isPending ? update.variables.makeFrom : rule.data?.makeFrom}
      isDisabled={!can("productFormulas.update") || rule.isPending}
      onChange={(makeFrom) => update.mutate({ makeFrom })}
    />
  );
}
