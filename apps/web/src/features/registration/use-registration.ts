"use client";
import type { FactoryState, RegisterInput } from "@storehouse/domain";
import { useEffect, useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useRememberedFactory } from "../session/index.ts";
import { t } from "../../language/t.ts";

const POLL_MS = 400;
/** From here on the page says that it takes longer than it should. */
const LONG_MS = 15_000;

// What the state FAILED says of itself; anything else is told in the page's own words.
const ERRORS: Readonly<Record<string, string>> = {
  get NAME_OCCUPIED() {
    return t("registration.thisDatabaseNameIsIn");
  },
};

/**
 * From the form to Home: asks for the factory, watches its steps, signs in with the password that is still in memory. `onRefused` gets what
 * the form was refused for.
 */
export function useRegistration(onRefused: (error: unknown) => void) {
  const [ticket, setTicket] = useState<string | null>(null);
  const [password, setPassword] = useState("");
  const [lastStep, setLastStep] = useState<FactoryState>("REQUESTED");
  const [, rememberFactory] = useRememberedFactory();

  const register = trpc.factory.register.useMutation({
    // Sent again after it was done, its own name would be taken.
    retry: false,
    onSuccess: (answer) => setTicket(answer.ticket),
    onError: onRefused,
  });
  const progress = trpc.factory.registration.useQuery(
    { ticket: ticket ?? "" },
    {
      enabled: ticket !== null,
      staleTime: 0,
      refetchInterval: ({ state }) => (isSettled(state.data?.state) ? false : POLL_MS),
    },
  );
  const signIn = trpc.auth.login.useMutation({
    onSuccess: () => {
      rememberFactory(login.slice(login.lastIndexOf("@") + 1));
      window.location.assign("/home");
    },
  });

  const state = progress.data?.state ?? "REQUESTED";
  const login = progress.data?.login ?? register.data?.login ?? "";
  if (state !== "FAILED" && state !== lastStep) setLastStep(state);
  const enter = signIn.mutate;
  useEffect(() => {
    if (state === "READY") enter({ login, password });
  }, [state, login, password, enter]);

  const refusal = progress.error ?? signIn.error;
  return {
    isUnderway: ticket !== null,
    isPending: register.isPending,
    state,
    lastStep,
    login,
    trouble: refusal ? errorMessage(refusal) : (ERRORS[progress.data?.error ?? ""] ?? null),
    isLong: useIsPast(ticket !== null && !isSettled(state), LONG_MS),
    send: (input: RegisterInput) => {
      setPassword(input.admin_password);
      signIn.reset();
      register.mutate(input);
    },
    back: () => setTicket(null),
  };
}

/** True once something has gone on for so long. */
function useIsPast(isOn: boolean, ms: number): boolean {
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setPast(true), ms);
    return () => {
      clearTimeout(timer);
      setPast(false);
    };
  }, [isOn, ms]);
  return isPast;
}

const isSettled = (state: FactoryState | undefined) => state === "READY" || state === "FAILED";
