import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { RegistrationSteps } from "./registration-steps.tsx";

afterEach(cleanup);

const BASE = {
  lastStep: "MIGRATING",
  login: "sita@steel_works",
  trouble: null,
  isLong: false,
  onBack: () => undefined,
} as const;
const steps = () => screen.getAllByRole("listitem").map((item) => item.textContent?.split(", ").at(-1));

test("the steps stand as the registration does", () => {
  render(<RegistrationSteps {...BASE} state="MIGRATING" />);
  expect(steps()).toEqual(["done", "done", "in progress", "to come", "to come"]);
  expect(screen.getByText("sita@steel_works")).toBeDefined();
});

test("a failure stands at the step it happened in, and leads back to the form", () => {
  const onBack = vi.fn<() => void>();
  render(<RegistrationSteps {...BASE} state="FAILED" onBack={onBack} />);
  expect(steps()).toEqual(["done", "done", "failed", "to come", "to come"]);
  fireEvent.click(screen.getByRole("button", { name: "Back to the form" }));
  expect(onBack).toHaveBeenCalledOnce();
});

test("a factory that was made but not entered leads to signing in, never to making it again", () => {
  render(<RegistrationSteps {...BASE} state="READY" lastStep="READY" trouble="Storehouse cannot be reached." />);
  expect(screen.queryByRole("button", { name: "Back to the form" })).toBeNull();
  expect(screen.getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe("/login");
});

test("what takes longer than it should says so, and that nothing is lost", () => {
  render(<RegistrationSteps {...BASE} state="REQUESTED" isLong />);
  expect(screen.getByText(/longer than it should. Your sign-up is kept/)).toBeDefined();
});
