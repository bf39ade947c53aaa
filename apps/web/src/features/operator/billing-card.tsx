"use client";
import type { FactoryPage } from "@storehouse/domain";
import { Button, Card } from "@storehouse/ui";
import { useState } from "react";
import { BillDialog } from "./bill-dialog.tsx";
import { B } from "./billing-words.ts";
import { useOperatorCan } from "./operator-me.tsx";
import { PlanDialog } from "./plan-dialog.tsx";
import { subscriptionText } from "./subscription-text.ts";

/** Which plan a factory is on and how it is paid for; who may, changes both. */
export function BillingCard({ factory }: { factory: FactoryPage }) {
  const can = useOperatorCan();
  const [open, setOpen] = useState<"plan" | "payment" | "trial" | null>(null);
  const close = () => setOpen(null);
  return (
    <Card title={B.heading} hint={B.headingHint}>
      <div className="space-y-4">
        <div>
          <p className="font-semibold">{B.planName(factory.plan)}</p>
          <p>{subscriptionText(factory.subscription)}</p>
        </div>
        {can("factories.bill") ? (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen("payment")}>{B.pay}</Button>
            <Button onClick={() => setOpen("trial")}>{B.extend}</Button>
            <Button onClick={() => setOpen("plan")}>{B.change}</Button>
          </div>
        ) : null}
      </div>
      {open === "plan" ? <PlanDialog factory={factory} onClose={close} /> : null}
      {open === "payment" || open === "trial" ? <BillDialog kind={open} factory={factory} onClose={close} /> : null}
    </Card>
  );
}
