import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

afterEach(cleanup);

test("an error is tied to its control, before the hint", () => {
  render(
    <Field label="Name" hint="As on the label." error="Please fill this in.">
      <Input />
    </Field>,
  );
  const input = screen.getByLabelText("Name");
  expect(input.getAttribute("aria-invalid")).toBe("true");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ");
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "Please fill this in.",
    "As on the label.",
  ]);
});

test("without an error nothing claims to be invalid", () => {
  render(
    <Field label="Name">
      <Input after="kg" />
    </Field>,
  );
  const input = screen.getByLabelText("Name");
  expect(input.hasAttribute("aria-invalid")).toBe(false);
  expect(input.hasAttribute("aria-describedby")).toBe(false);
});

test("a control's own id and description win over the field's", () => {
  render(
    <Field label="Name" error="No.">
      <Input id="mine" aria-describedby="other" />
    </Field>,
  );
  const input = document.querySelector("input");
  expect(input?.id).toBe("mine");
  expect(input?.getAttribute("aria-describedby")).toBe("other");
});
