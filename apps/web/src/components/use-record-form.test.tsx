import { Input } from "@storehouse/ui";
import { TRPCClientError } from "@trpc/client";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { StaleBanner } from "./stale-banner.tsx";
import { useRecordForm } from "./use-record-form.ts";
import { useZodForm } from "./use-zod-form.ts";

afterEach(cleanup);

const Schema = z.object({ name: z.string(), description: z.string(), price: z.string() });
const LABELS = { name: "Name", description: "Description", price: "Price" };
const BASE = { name: "Fan", description: "", price: "10" };

const refusal = TRPCClientError.from({
  error: {
    message: "STALE",
    code: -32_009,
    data: {
      failure: {
        code: "STALE",
        entity: "product",
        id: "p",
        current: { ...BASE, description: "Quiet", price: "10.0000", version: 2, isArchived: false },
        changed: ["description", "name", "price"],
      },
    },
  },
});

function Form({ save }: { save: (output: object, version: number | undefined) => Promise<unknown> }) {
  const form = useZodForm(Schema, { defaultValues: BASE });
  const saving = useRecordForm({ form, version: 1, save, doneText: "Saved", onDone: () => undefined });
  return (
    <form noValidate onSubmit={saving.submit}>
      {saving.stale ? (
        <StaleBanner failure={saving.stale} labels={LABELS} onTake={saving.takeTheirs} onKeep={saving.keepMine} />
      ) : null}
      <Input aria-label="Name" {...form.register("name")} />
      <Input aria-label="Description" {...form.register("description")} />
      <Input aria-label="Price" {...form.register("price")} />
      <button type="submit">Save</button>
    </form>
  );
}

async function saveTooLate() {
  const save = vi.fn<() => Promise<unknown>>(async () => undefined).mockRejectedValueOnce(refusal);
  render(<Form save={save} />);
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: "Table fan" } });
  fireEvent.input(screen.getByLabelText("Price"), { target: { value: "12" } });
  fireEvent.click(screen.getByText("Save"));
  await screen.findByText("Keep mine");
  return save;
}

test("a save that came too late tells what the other person changed, not what I did", async () => {
  await saveTooLate();
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Description is now “Quiet”"]);
});

test("keeping mine saves my fields and theirs, over their version", async () => {
  const save = await saveTooLate();
  fireEvent.click(screen.getByText("Keep mine"));
  fireEvent.click(screen.getByText("Save"));
  await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
  expect(save).toHaveBeenLastCalledWith({ name: "Table fan", description: "Quiet", price: "12" }, 2);
});

test("using theirs leaves what they saved", async () => {
  const save = await saveTooLate();
  fireEvent.click(screen.getByText("Use theirs"));
  fireEvent.click(screen.getByText("Save"));
  await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
  expect(save).toHaveBeenLastCalledWith({ name: "Fan", description: "Quiet", price: "10" }, 2);
});

test("a form that stays open saves its next change over the version that was just stored", async () => {
  const save = vi.fn<() => Promise<unknown>>(async () => ({ version: 5 }));
  render(<Form save={save} />);
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: "Table fan" } });
  fireEvent.click(screen.getByText("Save"));
  await waitFor(() => expect(save).toHaveBeenLastCalledWith({ ...BASE, name: "Table fan" }, 1));
  fireEvent.input(screen.getByLabelText("Price"), { target: { value: "12" } });
  fireEvent.click(screen.getByText("Save"));
  await waitFor(() => expect(save).toHaveBeenLastCalledWith({ ...BASE, name: "Table fan", price: "12" }, 5));
});
