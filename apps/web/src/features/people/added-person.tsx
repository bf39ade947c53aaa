"use client";
import { Button, ErrorState, FormActions, Skeleton } from "@storehouse/ui";
import { useEffect } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { SignInLinkBox } from "./sign-in-link-box.tsx";

type AddedPersonProps = { id: string; name: string; onDone: () => void };

/** A person was added: the link by which they come in. */
export function AddedPerson({ id, name, onDone }: AddedPersonProps) {
  const { mutate, data, error } = trpc.users.reset.useMutation();
  useEffect(() => mutate({ id }), [mutate, id]);
  return (
    <div className="space-y-5">
      <p className="font-semibold">{t("people.isAdded", { name })}</p>
      {data ? <SignInLinkBox link={data} name={name} /> : null}
      {error ? <ErrorState text={errorMessage(error)} onRetry={() => mutate({ id })} /> : null}
      {data || error ? null : <Skeleton className="h-48" />}
      <FormActions className="max-sm:-mb-5">
        <Button variant="primary" isWide onClick={onDone}>
          {t("people.done")}
        </Button>
      </FormActions>
    </div>
  );
}
