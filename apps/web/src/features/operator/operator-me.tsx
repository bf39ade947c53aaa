"use client";
import type { OperatorMe, OperatorPermission } from "@storehouse/domain";
import { createContext, type ReactNode, use } from "react";

const MeContext = createContext<OperatorMe | null>(null);

/** Gives the console's pages who is signed in. */
export const OperatorMeProvider = ({ me, children }: { me: OperatorMe; children: ReactNode }) => (
  <MeContext value={me}>{children}</MeContext>
);

/** Who is signed in to the console. Only within its pages. */
export function useOperatorMe(): OperatorMe {
  const me = use(MeContext);
  if (!me) throw new Error("useOperatorMe stands only under OperatorMeProvider");
  return me;
}

/** Whether the operator's role allows something: what it does not allow is not offered. */
export function useOperatorCan(): (permission: OperatorPermission) => boolean {
  const { permissions } = useOperatorMe();
  return (permission) => permissions.includes(permission);
}
