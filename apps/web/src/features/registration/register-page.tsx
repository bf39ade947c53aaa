"use client";
import { RegisterInput } from "@storehouse/domain";
import { useState } from "react";
import { PageLink } from "../../components/page-link.tsx";
import { PublicFrame } from "../../components/public-frame.tsx";
import { ConnectionBanner } from "../../components/shell/connection-banner.tsx";
import { useZodForm } from "../../components/use-zod-form.ts";
import { TrpcProvider } from "../../trpc/client.tsx";
import { useIsDisconnected } from "../../trpc/connection.ts";
import { showFailure } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { RegisterForm } from "./register-form.tsx";
import { RegistrationSteps } from "./registration-steps.tsx";
import { useRegistration } from "./use-registration.ts";

/** Starting a factory: the form, then its steps as they are taken. */
export function RegisterPage() {
  return (
    <TrpcProvider key="guest">
      <ConnectionBanner isDisconnected={useIsDisconnected()} />
      <Registration />
    </TrpcProvider>
  );
}

const EMPTY = {
  factory_name: "",
  db_name: "",
  admin_username: "",
  admin_password: "",
  admin_name: "",
  admin_email: "",
};

function Registration() {
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useZodForm(RegisterInput, { defaultValues: EMPTY });
  const registration = useRegistration((error) => setTrouble(showFailure(form, error)));
  if (registration.isUnderway) {
    return (
      <PublicFrame title={t("registration.settingUpYourFactory")}>
        <RegistrationSteps {...registration} onBack={registration.back} />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={t("registration.startYourFactory")}
      lead={t("registration.freeWithADatabaseOf")}
      aside={
        <PageLink href="/login" className="font-semibold text-accent-ink underline-offset-4 hover:underline">
          {t("registration.signIn")}
        </PageLink>
      }
    >
      <RegisterForm
        form={form}
        trouble={trouble}
        isPending={registration.isPending}
        onSubmit={(input) => {
          setTrouble(null);
          registration.send(input);
        }}
      />
    </PublicFrame>
  );
}
