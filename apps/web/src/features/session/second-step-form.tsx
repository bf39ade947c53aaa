"use client";
import { type Me, SecondStepInput } from "@storehouse/domain";
import { Banner, Button, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
import { t } from "../../language/t.ts";
import { reasonMessage } from "./reason-message.ts";
import { showFailure } from "./show-failure.ts";

type SecondStepFormProps = {
  challenge: string;
  onSignedIn: (me: Me) => void;
  /** Back to the password. */
  onRestart: () => void;
};

/** The code that follows a right password: of the phone, or a recovery code. */
export function SecondStepForm({ challenge, onSignedIn, onRestart }: SecondStepFormProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [hasPhone, setHasPhone] = useState(true);
  // Judged when sent alone: an error that comes up on leaving the field would move the buttons from under the finger.
  const form = useZodForm(SecondStepInput, { mode: "onSubmit", defaultValues: { challenge, code: "" } });
  const pass = trpc.auth.secondStep.useMutation({
    // Sent again after it was accepted, the code would be a used one.
    retry: false,
    onSuccess: (answer) => ("challenge" in answer ? undefined : onSignedIn(answer)),
    onError: (error) => {
      setTrouble(showFailure(form, error));
      form.setFocus("code", { shouldSelect: true });
    },
  });
  const submit = form.handleSubmit((input) => {
    setTrouble(null);
    if (!pass.isPending) pass.mutate(input);
  });
  const code = form.register("code", {
    // Six digits are a whole code: there is nothing to wait for.
    onChange: () => (hasPhone && /^\d{6}$/.test(form.getValues("code")) ? void submit() : undefined),
  });
  const change = () => {
    setHasPhone(!hasPhone);
    setTrouble(null);
    form.reset();
    form.setFocus("code");
  };
  return (
    <form noValidate method="post" className="space-y-5" onSubmit={submit}>
      {trouble ? <Banner meaning="problem">{trouble}</Banner> : null}
      <Field
        label={hasPhone ? t("session.code") : t("session.recoveryCode")}
        hint={hasPhone ? t("session.theSixDigitsThatYour") : t("session.oneOfTheCodesYou")}
        error={reasonMessage(form.formState.errors.code?.message)}
      >
        <Input
          key={hasPhone ? "phone" : "paper"}
          autoComplete="one-time-code"
          inputMode={hasPhone ? "numeric" : "text"}
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          className="tabular text-base tracking-widest"
          {...code}
        />
      </Field>
      <Button type="submit" variant="primary" isWide isPending={pass.isPending || pass.isSuccess}>
        {t("session.signIn")}
      </Button>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <Button variant="link" onClick={change}>
          {hasPhone ? t("session.useARecoveryCode") : t("session.useTheAuthenticatorApp")}
        </Button>
        <Button variant="link" onClick={onRestart}>
          {t("session.startAgain")}
        </Button>
      </div>
      <p className="text-quiet">{t("session.lostBothAMasterOf")}</p>
    </form>
  );
}
