"use client";
import type { FactoryState, RegisterInput } from "@storehouse/domain";
import { useEffect, useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useRememberedFactory } from "../session/index.ts";

const POLL_MS = 400;

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
    onSuccess: (me) => {
      rememberFactory(me.dbName);
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
    trouble: refusal ? errorMessage(refusal) : null,
    send: (input: RegisterInput) => {
      setPassword(input.admin_password);
      signIn.reset();
      register.mutate(input);
    },
    back: () => setTicket(null),
  };
}

const isSettled = (state: FactoryState | undefined) => state === "READY" || state === "FAILED";
