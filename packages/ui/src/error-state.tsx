"use client";
import { OctagonAlert, RotateCcw } from "lucide-react";
import { Button } from "./button.tsx";
import { say } from "./words.ts";

type ErrorStateProps = {
  title?: string;
  /** What happened and what can be done, in words. */
  text?: string | undefined;
  onRetry?: (() => void) | undefined;
  /** For a person who calls for help: the request's number. */
  requestId?: string | undefined;
  /** True where it is all the page holds: its title is then the page's. */
  isPage?: boolean;
};

/** What stands where something could not be loaded. */
export function ErrorState({
  title = say("couldNotBeLoaded"),
  text,
  onRetry,
  requestId,
  isPage = false,
}: ErrorStateProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-14 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-lg bg-problem-soft text-problem">
        <OctagonAlert aria-hidden className="size-5" />
      </span>
      <Title className="text-base font-semibold">{title}</Title>
      {text ? <p className="text-balance text-quiet">{text}</p> : null}
      {onRetry ? (
        <Button className="mt-4" onClick={onRetry}>
          <RotateCcw aria-hidden />
          {say("tryAgain")}
        </Button>
      ) : null}
      {requestId ? <p className="mt-2 text-xs text-faint">{say("request", { id: requestId })}</p> : null}
    </div>
  );
}
