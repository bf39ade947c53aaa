"use client";
import type { PlanUsage } from "@storehouse/domain";
import { Switch, toast } from "@storehouse/ui";
import { MODULE_WORDS } from "../../components/module-words.ts";
import { t, wordsOf } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";

const HINTS = wordsOf({ production: "plan.productionHint" });

/** Which parts of the product the factory uses. One that is turned off keeps all that was made with it. */
export function ModuleSwitches({ modules }: Pick<PlanUsage, "modules">) {
  const can = useCan();
  const utils = trpc.useUtils();
  const set = trpc.plan.setModule.useMutation({
    onSuccess: async (_done, { module, isOn }) => {
      toast(t(isOn ? "plan.turnedOn" : "plan.turnedOff", { module: MODULE_WORDS[module] }));
      await Promise.all([utils.plan.invalidate(), utils.auth.me.invalidate()]);
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  return (
    <section className="space-y-3 border-t pt-5">
      <h3 className="font-semibold">{t("plan.parts")}</h3>
      {modules.map(({ module, isAllowed, isOn }) => (
        <div key={module} className="space-y-1">
          <Switch
            label={MODULE_WORDS[module]}
            checked={isOn}
            disabled={!isAllowed || set.isPending || !can("plan.setModule")}
            onCheckedChange={(next) => set.mutate({ module, isOn: next })}
          />
          <p className="text-faint">{isAllowed ? HINTS[module] : t("plan.notInPlan")}</p>
        </div>
      ))}
    </section>
  );
}
