"use client";
import { type LinkHolder, UseLinkInput } from "@storehouse/domain";
import { Banner, Button, ErrorState, Skeleton } from "@storehouse/ui";
import { useEffect, useState } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { PublicFrame } from "../../components/public-frame.tsx";
import { ConnectionBanner } from "../../components/shell/connection-banner.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { TrpcProvider, trpc } from "../../trpc/client.tsx";
import { useIsDisconnected } from "../../trpc/connection.ts";
import { failureOf, isOutage } from "../../trpc/failure-of.ts";
import { t } from "../../language/t.ts";
import { errorMessage } from "./failure-message.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { useRememberedFactory } from "./remembered-login.ts";
import { SecondStepForm } from "./second-step-form.tsx";
import { showFailure } from "./show-failure.ts";

/** Where a sign-in link leads: choose a password, and be in. The link's secret stands behind the #, which no server is told. */
export function ResetPage() {
  return (
    <TrpcProvider key="guest">
      <ConnectionBanner isDisconnected={useIsDisconnected()} />
      <OpenLink />
    </TrpcProvider>
  );
}

function OpenLink() {
  const [token, setToken] = useState("");
  const { mutate, data: holder, error, isPending } = trpc.auth.readLink.useMutation();
  useEffect(() => {
    const read = () => {
      const told = window.location.hash.slice(1);
      setToken(told);
      mutate({ token: told });
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [mutate]);

  if (holder && !isPending) return <ChoosePassword token={token} holder={holder} />;
  if (error && !isPending) {
    const isPassing = isOutage(error) || failureOf(error)?.code === "RATE_LIMITED";
    return (
      <PublicFrame title={isPassing ? t("session.notJustNow") : t("session.thisLinkDoesNotWork")}>
        <Trouble text={errorMessage(error)} onRetry={isPassing ? () => mutate({ token }) : undefined} />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame title={t("session.openingYourLink")}>
      <div aria-busy className="space-y-4">
        <Skeleton className="h-9" />
        <Skeleton className="h-9 w-1/2" />
      </div>
    </PublicFrame>
  );
}

function Trouble({ text, onRetry }: { text: string; onRetry: (() => void) | undefined }) {
  if (onRetry) return <ErrorState text={text} onRetry={onRetry} />;
  return (
    <div className="space-y-5">
      <Banner meaning="attention">{text}</Banner>
      <Button asChild>
        <PageLink href="/login">{t("session.goToSignIn")}</PageLink>
      </Button>
    </div>
  );
}

// The used link is not left in the history.
const goHome = () => window.location.replace("/home");

function ChoosePassword({ token, holder }: { token: string; holder: LinkHolder }) {
  const { username, name, dbName, factoryName } = holder;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const [, rememberFactory] = useRememberedFactory();
  const form = useZodForm(UseLinkInput, { defaultValues: { token, password: "" } });
  const finish = trpc.auth.useLink.useMutation({
    // Sent again after it was done, the link would be a used one.
    retry: false,
    onSuccess: (answer) => {
      rememberFactory(dbName);
      if ("challenge" in answer) setChallenge(answer.challenge);
      else goHome();
    },
    // The link's own field is not one to be seen.
    onError: (error) =>
      setTrouble(failureOf(error)?.code === "LINK_INVALID" ? errorMessage(error) : showFailure(form, error)),
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    finish.mutate(input);
  });
  if (challenge !== null) {
    return (
      <PublicFrame title={t("session.yourPasswordIsSet")} lead={t("session.nowTheSecondStepAs")}>
        <SecondStepForm challenge={challenge} onSignedIn={goHome} onRestart={() => window.location.replace("/login")} />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={t("session.hello", { name })}
      lead={t.rich("session.choosePasswordFor", {
        factory: factoryName,
        login: `${username}@${dbName}`,
        b: (words) => <strong className="text-ink [overflow-wrap:anywhere]">{words}</strong>,
      })}
    >
      <form noValidate method="post" className="space-y-5" onSubmit={submit}>
        {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
        <NewPasswordField
          login={`${username}@${dbName}`}
          password={form.watch("password")}
          known={[username, name, dbName, factoryName]}
          error={form.formState.errors.password?.message}
          input={{ ...form.register("password"), autoFocus: true }}
        />
        <Button type="submit" variant="primary" isWide isPending={finish.isPending || finish.isSuccess}>
          {t("session.setPasswordAndSignIn")}
        </Button>
      </form>
    </PublicFrame>
  );
}
