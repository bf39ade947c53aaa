import type { FactoryState } from "@storehouse/domain";
import { Banner, Button, type Step, Steps } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";

const STEPS = [
  {
    state: "REQUESTED",
    get label() {
      return t("registration.writingDownYourFactory");
    },
  },
  {
    state: "CREATING",
    get label() {
      return t("registration.creatingYourOwnDatabase");
    },
  },
  {
    state: "MIGRATING",
    get label() {
      return t("registration.settingUpItsTables");
    },
  },
  {
    state: "SEEDING",
    get label() {
      return t("registration.puttingInUnitsAndA");
    },
  },
  {
    state: "READY",
    get label() {
      return t("registration.openingTheDoor");
    },
  },
] as const satisfies readonly Readonly<{ state: FactoryState; label: string }>[];

type RegistrationStepsProps = {
  state: FactoryState;
  /** The last step that was being taken, for when the state is FAILED. */
  lastStep: FactoryState;
  login: string;
  trouble: string | null;
  /** It takes longer than it should, as when nobody is there to make factories. */
  isLong: boolean;
  onBack: () => void;
};

/** The real steps of making a factory, as they are taken. */
export function RegistrationSteps({ state, lastStep, login, trouble, isLong, onBack }: RegistrationStepsProps) {
  const isFailed = state === "FAILED" || trouble !== null;
  return (
    <div className="space-y-6">
      <Steps label={t("registration.settingUp")} steps={stepsAt(isFailed ? lastStep : state, isFailed)} />
      {isFailed ? (
        <Banner meaning="problem" action={<WayOut isMade={state === "READY"} onBack={onBack} />}>
          {trouble ?? t("registration.settingUpStoppedNothingYou")}
        </Banner>
      ) : (
        <p className="text-quiet">
          {isLong ? t("registration.thisTakesLongerThanIt") : t("registration.thisTakesAFewSeconds")}{" "}
          {t.rich("registration.signInAsNamed", {
            login,
            b: (words) => <strong className="text-ink [overflow-wrap:anywhere]">{words}</strong>,
          })}
        </p>
      )}
    </div>
  );
}

// A factory that is made stays made: sending the form again would find its name taken.
function WayOut({ isMade, onBack }: { isMade: boolean; onBack: () => void }) {
  if (!isMade) return <Button onClick={onBack}>{t("registration.backToTheForm")}</Button>;
  return (
    <Button asChild>
      <PageLink href="/login">{t("registration.signIn")}</PageLink>
    </Button>
  );
}

function stepsAt(state: FactoryState, isFailed: boolean): readonly Step[] {
  const at = STEPS.findIndex((step) => step.state === state);
  return STEPS.map((step, index) => ({
    id: step.state,
    label: step.label,
    state: index < at ? "done" : index > at ? "next" : isFailed ? "failed" : "now",
  }));
}
