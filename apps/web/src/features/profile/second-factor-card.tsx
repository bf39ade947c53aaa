"use client";
import { Badge, Banner, Button, Card, Dialog, ErrorState, Skeleton, toast } from "@storehouse/ui";
import { useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, MomentText, useMe } from "../session/index.ts";
import { t, wordsOf } from "../../language/t.ts";
import { ProveSecondFactor } from "./prove-second-factor.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TurnOnSecondFactor } from "./turn-on-second-factor.tsx";

type Doing = "turnOn" | "renew" | "turnOff";

const TITLES: Record<Doing, string> = wordsOf({
  turnOn: "profile.turnTwoStepSignIn",
  renew: "profile.newRecoveryCodes",
  turnOff: "profile.turnTwoStepSignIn2",
});
const FEW = 3;

/** Whether a code of one's phone is asked for after the password, and how to change that. */
export function SecondFactorCard() {
  const state = trpc.auth.secondFactor.useQuery();
  const [doing, setDoing] = useState<Doing | null>(null);
  return (
    <Card
      title={t("profile.twoStepSignIn")}
      hint={t("profile.afterYourPasswordACode")}
      action={state.data?.isOn ? <Badge meaning="fine">{t("profile.on")}</Badge> : null}
    >
      {state.isPending ? <Skeleton className="h-9 w-3/5" /> : null}
      {state.isError ? <ErrorState text={errorMessage(state.error)} onRetry={() => void state.refetch()} /> : null}
      {state.data?.isOn === false ? <Button onClick={() => setDoing("turnOn")}>{t("profile.turnOn")}</Button> : null}
      {state.data?.isOn ? (
        <div className="space-y-4">
          <p className="text-quiet">
            {state.data.confirmedAt ? (
              <>{t.rich("profile.onSince", { moment: () => <MomentText value={state.data.confirmedAt ?? ""} /> })} </>
            ) : null}
            {t("profile.codesLeft", { count: state.data.recoveryCodesLeft })}
          </p>
          {state.data.recoveryCodesLeft < FEW ? (
            <Banner meaning="attention">{t("profile.fewRecoveryCodesAreLeft")}</Banner>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setDoing("renew")}>{t("profile.newRecoveryCodes")}</Button>
            <Button variant="ghost" onClick={() => setDoing("turnOff")}>
              {t("profile.turnOff")}
            </Button>
          </div>
        </div>
      ) : null}
      {doing ? <SecondFactorDialog doing={doing} onClose={() => setDoing(null)} /> : null}
    </Card>
  );
}

function SecondFactorDialog({ doing, onClose }: { doing: Doing; onClose: () => void }) {
  const me = useMe();
  const utils = trpc.useUtils();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const login = `${me.username}@${me.dbName}`;
  const changed = () => Promise.all([utils.auth.secondFactor.invalidate(), utils.auth.sessions.invalidate()]);
  // Sent again after it was done, the code would be a used one.
  const renew = trpc.auth.renewRecoveryCodes.useMutation({ retry: false });
  const stop = trpc.auth.stopSecondFactor.useMutation({ retry: false });
  const showCodes = (made: readonly string[]) => {
    setCodes(made);
    void changed();
  };
  return (
    <Dialog
      isOpen
      size="md"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={codes ? t("profile.yourRecoveryCodes") : TITLES[doing]}
      isModalOnly={codes !== null}
    >
      {codes ? (
        <RecoveryCodes codes={codes} login={login} onDone={onClose} />
      ) : doing === "turnOn" ? (
        <TurnOnSecondFactor login={login} onCodes={showCodes} />
      ) : (
        <ProveSecondFactor
          login={login}
          label={doing === "renew" ? t("profile.makeNewCodes") : t("profile.turnOff")}
          isDangerous={doing === "turnOff"}
          send={async (proof) => {
            if (doing === "renew") return showCodes((await renew.mutateAsync(proof)).recoveryCodes);
            await stop.mutateAsync(proof);
            toast(t("profile.twoStepSignInIs"));
            await changed();
            return onClose();
          }}
        />
      )}
    </Dialog>
  );
}
