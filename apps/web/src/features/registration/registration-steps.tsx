import type { FactoryState } from "@storehouse/domain";
import { Banner, Button, type Step, Steps } from "@storehouse/ui";
import { PageLink } from "../../components/page-link.tsx";

const STEPS = [
  { state: "REQUESTED", label: "Writing down your factory" },
  { state: "CREATING", label: "Creating your own database" },
  { state: "MIGRATING", label: "Setting up its tables" },
  { state: "SEEDING", label: "Putting in units and a first place" },
  { state: "READY", label: "Opening the door" },
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
      <Steps label="Setting up" steps={stepsAt(isFailed ? lastStep : state, isFailed)} />
      {isFailed ? (
        <Banner meaning="problem" action={<WayOut isMade={state === "READY"} onBack={onBack} />}>
          {trouble ?? "Setting up stopped. Nothing you typed is lost: go back and try again."}
        </Banner>
      ) : (
        <p className="text-quiet">
          {isLong
            ? "This takes longer than it should. Your sign-up is kept: leave this page open, or sign in later."
            : "This takes a few seconds."}{" "}
          You will sign in as <strong className="text-ink [overflow-wrap:anywhere]">{login}</strong>.
        </p>
      )}
    </div>
  );
}

// A factory that is made stays made: sending the form again would find its name taken.
function WayOut({ isMade, onBack }: { isMade: boolean; onBack: () => void }) {
  if (!isMade) return <Button onClick={onBack}>Back to the form</Button>;
  return (
    <Button asChild>
      <PageLink href="/login">Sign in</PageLink>
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
