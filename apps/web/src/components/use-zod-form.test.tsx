import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Field, Input } from "@storehouse/ui";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { useZodForm } from "./use-zod-form.ts";

afterEach(cleanup);

const Schema = z.object({
  name: z.string().min(2, "TOO_SHORT"),
  email: z.union([z.literal(""), z.email("EMAIL_INVALID")]),
});

function Form({ onSubmit }: { onSubmit: (values: object) => void }) {
  const form = useZodForm(Schema, { defaultValues: { name: "", email: "" } });
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={form.handleSubmit(onSubmit)}>
      <Field label="Name" error={errors.name?.message}>
        <Input {...form.register("name")} />
      </Field>
      <Field label="E-mail" error={errors.email?.message}>
        <Input {...form.register("email")} />
      </Field>
      <button type="submit">Save</button>
    </form>
  );
}

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

test("nothing is said while typing, on leaving the field it is, and changing it takes it back", async () => {
  render(<Form onSubmit={() => undefined} />);
  type("Name", "a");
  expect(screen.queryByText("TOO_SHORT")).toBeNull();
  fireEvent.blur(screen.getByLabelText("Name"));
  expect(await screen.findByText("TOO_SHORT")).toBeDefined();
  type("Name", "ab");
  await waitFor(() => expect(screen.queryByText("TOO_SHORT")).toBeNull());
});

test("of a field that may be empty or an address, the address speaks", async () => {
  render(<Form onSubmit={() => undefined} />);
  type("E-mail", "no address");
  fireEvent.blur(screen.getByLabelText("E-mail"));
  expect(await screen.findByText("EMAIL_INVALID")).toBeDefined();
});

test("sending puts the focus on the first wrong field and keeps the rest from going out", async () => {
  const onSubmit = vi.fn<(values: object) => void>();
  render(<Form onSubmit={onSubmit} />);
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
  expect(onSubmit).not.toHaveBeenCalled();
  type("Name", "Anna");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(onSubmit.mock.calls[0]?.[0]).toEqual({ name: "Anna", email: "" }));
});
