"use client";
import { PageHeader } from "@storehouse/ui";
import { LimitNotice } from "../plan/index.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { FactoryHome } from "./factory-home.tsx";
import { FloorHome } from "./floor-home.tsx";
import { QuickActions } from "./quick-actions.tsx";

/** The first page after signing in: the factory at a glance, or for who books on the floor, their own day. */
export function HomePage() {
  const me = useMe();
  const can = useCan();
  const isFloor = can("inventory.post") && !can("products.update");
  return (
    <div className="mx-auto max-w-6xl space-y-5">
      <PageHeader
        title={t("home.hello", { name: me.name.split(/\s+/)[0] ?? me.name })}
        actions={isFloor ? null : <QuickActions />}
      />
      {can("plan.read") ? <LimitNotice /> : null}
      {can("inventory.read") ? isFloor ? <FloorHome /> : <FactoryHome /> : null}
    </div>
  );
}
