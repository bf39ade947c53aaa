"use client";
import type { UserRow } from "@storehouse/domain";
import { Banner, Button, Skeleton, toast } from "@storehouse/ui";
import { KeyRound, LockOpen, ShieldOff } from "lucide-react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { SignInLinkBox } from "./sign-in-link-box.tsx";

/** Helps a person to sign in: a link for a new password, a way past a lost phone, an end to a lock. */
export function SignInPanel({ row: { id, name, isActive } }: { row: UserRow }) {
  const utils = trpc.useUtils();
  const state = trpc.users.signIn.useQuery({ id });
  const told = {
    onSettled: () => utils.users.signIn.invalidate({ id }),
    onError: (error: unknown) => toast(errorMessage(error), { meaning: "problem" }),
  };
  const link = trpc.users.reset.useMutation(told);
  const remove = trpc.users.removeSecondFactor.useMutation({
    ...told,
    onSuccess: () => toast(t("people.signsInWithThePassword", { name })),
  });
  const unlock = trpc.users.unlock.useMutation({ ...told, onSuccess: () => toast(t("people.canTryAgain", { name })) });
  const askedRemove = () => {
    const question = t("people.turnTwoStepSignIn", { name });
    if (window.confirm(question)) remove.mutate({ id });
  };
  if (state.isPending) return <Skeleton className="h-24" />;
  if (state.isError) return <Banner meaning="problem">{errorMessage(state.error)}</Banner>;
  const { hasSecondFactor, linkOpenUntil, lock } = state.data;
  return (
    <section aria-labelledby="signing-in" className="space-y-4 border-t pt-5">
      <h3 id="signing-in" className="text-base font-semibold">
        {t("people.signingIn")}
      </h3>
      {lock ? (
        <Banner
          meaning="attention"
          action={
            <Button size="sm" isPending={unlock.isPending} onClick={() => unlock.mutate({ id })}>
              <LockOpen aria-hidden />
              {t("people.unlock")}
            </Button>
          }
        >
          {t.rich("people.lockedUntil", { count: lock.addresses, moment: () => <MomentText value={lock.until} /> })}
        </Banner>
      ) : null}
      {link.data ? <SignInLinkBox link={link.data} name={name} /> : null}
      {isActive && !link.data ? (
        <p className="text-quiet">
          {t("people.forgotThePassword", { name })}
          {linkOpenUntil ? (
            <> {t.rich("people.oneIsOpenUntil", { moment: () => <MomentText value={linkOpenUntil} /> })}</>
          ) : null}
        </p>
      ) : null}
      {isActive ? null : <p className="text-quiet">{t("people.mayNotSignInTurn", { name })}</p>}
      <div className="flex flex-wrap gap-2">
        {isActive ? (
          <Button isPending={link.isPending} onClick={() => link.mutate({ id })}>
            <KeyRound aria-hidden />
            {link.data ? t("people.makeAnotherLink") : t("people.makeASignInLink")}
          </Button>
        ) : null}
        {hasSecondFactor ? (
          <Button isPending={remove.isPending} onClick={askedRemove}>
            <ShieldOff aria-hidden />
            {t("people.turnTwoStepSignIn2")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
