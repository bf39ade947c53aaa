import { waitFor } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { useIsHydrating } from "./use-is-hydrating.ts";

afterEach(() => document.body.replaceChildren());

function Place({ answer }: { answer: string | undefined }) {
  return <p>{useIsHydrating() || answer === undefined ? "…" : answer}</p>;
}

test("an answer that came before a part took over shows right after, and not while it does", async () => {
  const root = document.createElement("div");
  document.body.append(root);
  root.innerHTML = renderToString(<Place answer={undefined} />);
  const onRecoverableError = vi.fn<(error: unknown) => void>();
  hydrateRoot(root, <Place answer="Main store" />, { onRecoverableError });
  await waitFor(() => expect(root.textContent).toBe("Main store"));
  expect(onRecoverableError).not.toHaveBeenCalled();
});
