"use client";
import type { FactoryPage } from "@storehouse/domain";
import { Field, Select } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { B } from "./billing-words.ts";
import { planText } from "./plan-text.ts";

type PlanDialogProps = { factory: FactoryPage; onClose: () => void };

/** Asks on which plan a factory is to be. */
export function PlanDialog({ factory, onClose }: PlanDialogProps) {
  const utils = trpc.useUtils();
  const [plan, setPlan] = useState<string>();
  const change = trpc.platform.changePlan.useMutation({ onSuccess: () => utils.platform.invalidate() });
  const known = trpc.platform.plans.useQuery();
  const others = (known.data ?? []).filter(({ code }) => code !== factory.plan);
  const chosen = others.find(({ code }) => code === plan);
  return (
    <AskDialog
      title={B.changeTitle(factory.factoryName)}
      text={`${B.changeText} ${B.planHint}`}
      verb={B.changeNow}
      doneText={B.changed}
      canAsk={plan !== undefined}
      isPending={change.isPending}
      onAsk={() => change.mutateAsync({ factoryId: factory.id, plan: plan ?? "" })}
      onClose={onClose}
    >
      <Field
        label={B.newPlan}
        hint={chosen && planText(chosen)}
        error={known.error ? errorMessage(known.error) : undefined}
      >
        <Select
          value={plan}
          onChange={setPlan}
          placeholder={known.isPending ? B.plansComing : B.newPlan}
          isDisabled={known.isPending}
          options={others.map(({ code }) => ({ value: code, label: code }))}
        />
      </Field>
    </AskDialog>
  );
}
