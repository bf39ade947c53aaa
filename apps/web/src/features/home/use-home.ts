"use client";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { checklistOf } from "./checklist.ts";

const REFRESH_MS = 30_000;

/** The factory at a glance, and the first days' steps as long as one is open. */
export function useFactoryHome() {
  const can = useCan();
  const home = trpc.dashboard.get.useQuery(undefined, { refetchInterval: REFRESH_MS });
  const steps = trpc.dashboard.firstSteps.useQuery(undefined, { enabled: can("locations.create") });
  const checklist = steps.data ? checklistOf(steps.data) : [];
  return {
    home: home.data,
    errorText: home.error ? errorMessage(home.error) : undefined,
    retry: () => void home.refetch(),
    checklist: checklist.some((item) => !item.isDone) ? checklist : [],
    sample: steps.data?.sample,
  };
}

/** One's own day, and what runs short. */
export function useFloorHome() {
  const day = trpc.dashboard.ownDay.useQuery(undefined, { refetchInterval: REFRESH_MS });
  return {
    day: day.data,
    errorText: day.error ? errorMessage(day.error) : undefined,
    retry: () => void day.refetch(),
  };
}
