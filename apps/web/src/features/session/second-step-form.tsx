"use client";
import { type Me, SecondStepInput } from "@storehouse/domain";
import { Banner, Button, Field, Input } from "@storehouse/ui";
import { useState } from "react";
import { useZodForm } from "../../components/use-zod-form.ts";
import { trpc } from "../../trpc/client.tsx";
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
        label={hasPhone ? "Code" : "Recovery code"}
        hint={
          hasPhone
            ? "The six digits that your authenticator app shows for Storehouse."
            : "One of the codes you were given when you turned this on. Each works once."
        }
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
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        <Button variant="link" onClick={change}>
          {hasPhone ? "Use a recovery code" : "Use the authenticator app"}
        </Button>
        <Button variant="link" onClick={onRestart}>
          Start again
        </Button>
      </div>
      <p className="text-quiet">Lost both? A master of your factory can turn the second step off for you.</p>
    </form>
  );
}
