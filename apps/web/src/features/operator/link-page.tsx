"use client";
import { type OperatorLinkHolder, UseOperatorLinkInput } from "@storehouse/domain";
import { Banner, Button, ErrorState, Field, Input, Skeleton } from "@storehouse/ui";
import { useEffect, useRef, useState } from "react";
import { CopyText } from "../../components/copy-text.tsx";
import { PasswordInput } from "../../components/password-input.tsx";
import { PasswordStrength } from "../../components/password-strength.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { failureOf, isOutage } from "../../trpc/failure-of.ts";
import { RecoveryCodes } from "../profile/index.ts";
import { errorMessage, reasonMessage, showFailure } from "../session/index.ts";
import { OperatorFrame } from "./operator-frame.tsx";
import { OperatorProvider } from "./operator-provider.tsx";
import { W } from "./words.ts";

/** Where an operator's link leads: a password and a phone, and the console is open. The link's secret stands behind the #. */
export function OperatorLinkPage() {
  return (
    <OperatorProvider name="guest">
      <OpenLink />
    </OperatorProvider>
  );
}

function OpenLink() {
  const [token, setToken] = useState("");
  const { mutate, data: holder, error } = trpc.platform.readLink.useMutation();
  const isAsked = useRef(false);
  useEffect(() => {
    // Each opening makes another secret: asked twice, the first picture would be of one that counts no more.
    if (isAsked.current) return;
    isAsked.current = true;
    const told = window.location.hash.slice(1);
    setToken(told);
    mutate({ token: told });
  }, [mutate]);
  if (holder) return <SetUp token={token} holder={holder} />;
  if (error) {
    const isPassing = isOutage(error) || failureOf(error)?.code === "RATE_LIMITED";
    return (
      <OperatorFrame title={W.badLink}>
        {isPassing ? (
          <ErrorState text={errorMessage(error)} onRetry={() => mutate({ token })} />
        ) : (
          <Banner meaning="attention">{W.badLinkHint}</Banner>
        )}
      </OperatorFrame>
    );
  }
  return (
    <OperatorFrame title={W.openingLink}>
      <div aria-busy className="space-y-4">
        <Skeleton className="h-9" />
        <Skeleton className="h-9 w-1/2" />
      </div>
    </OperatorFrame>
  );
}

function SetUp({ token, holder }: { token: string; holder: OperatorLinkHolder }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(UseOperatorLinkInput, { defaultValues: { token, password: "", code: "" } });
  const { errors } = form.formState;
  const finish = trpc.platform.useLink.useMutation({
    // The recovery codes come with the first answer alone.
    retry: false,
    onError: (error) =>
      setTrouble(failureOf(error)?.code === "LINK_INVALID" ? W.badLinkHint : showFailure(form, error)),
  });
  if (finish.data) {
    return (
      <OperatorFrame title={W.codesHeading} lead={W.codesLead}>
        <RecoveryCodes
          codes={finish.data.recoveryCodes}
          login={holder.username}
          // The used link is not left in the history.
          onDone={() => window.location.replace("/operator")}
        />
      </OperatorFrame>
    );
  }
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    finish.mutate(input);
  });
  return (
    <OperatorFrame title={W.hello(holder.name)} lead={W.linkLead}>
      <form noValidate method="post" className="space-y-5" onSubmit={submit}>
        {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
        <input type="text" name="username" autoComplete="username" readOnly hidden value={holder.username} />
        <div className="space-y-2">
          <Field label={W.newPassword} error={reasonMessage(errors.password?.message)}>
            <PasswordInput autoComplete="new-password" autoFocus {...form.register("password")} />
          </Field>
          <PasswordStrength password={form.watch("password")} known={[holder.username, holder.name]} least={12} />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <QrCode text={holder.uri} label={W.qr} />
          <p className="min-w-40 flex-1 text-quiet">{W.scan}</p>
        </div>
        <CopyText isToRead label={W.secret} text={(holder.secret.match(/.{4}/g) ?? []).join(" ")} />
        <Field label={W.firstCode} hint={W.firstCodeHint} error={reasonMessage(errors.code?.message)}>
          <Input
            autoComplete="one-time-code"
            inputMode="numeric"
            spellCheck={false}
            className="tabular text-base tracking-widest"
            {...form.register("code")}
          />
        </Field>
        <Button type="submit" variant="primary" isWide isPending={finish.isPending}>
          {W.finish}
        </Button>
      </form>
    </OperatorFrame>
  );
}
