import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Combobox, type ComboboxProps } from "./combobox.tsx";
import { Field } from "./field.tsx";

afterEach(cleanup);

const OPTIONS = [
  { value: "1", label: "Main store" },
  { value: "2", label: "Paint room" },
];

function draw(props: Partial<ComboboxProps> = {}) {
  const onChange = vi.fn<ComboboxProps["onChange"]>();
  render(
    <Field label="Place">
      <Combobox options={OPTIONS} value={null} onChange={onChange} {...props} />
    </Field>,
  );
  return { onChange, control: screen.getByRole("combobox", { name: "Place" }) };
}

test("opens on a press and hands over what is chosen", () => {
  const { onChange, control } = draw();
  fireEvent.click(control);
  fireEvent.click(screen.getByRole("option", { name: /Paint room/ }));
  expect(onChange).toHaveBeenCalledWith("2", OPTIONS[1]);
});

test("a letter typed on the closed control opens it with that letter as the search", () => {
  const onSearch = vi.fn<(text: string) => void>();
  const { control } = draw({ onSearch });
  fireEvent.keyDown(control, { key: "p" });
  expect(onSearch).toHaveBeenCalledWith("p");
  expect(screen.getByRole("listbox")).toBeDefined();
});

test("what a server found is shown as it is, whatever was typed", () => {
  const { control } = draw({ onSearch: () => undefined });
  fireEvent.keyDown(control, { key: "z" });
  expect(screen.getAllByRole("option")).toHaveLength(2);
});

test("offers to create what is not there, and not what is", () => {
  const onCreate = vi.fn<(text: string) => void>();
  const { control } = draw({ onCreate });
  fireEvent.click(control);
  const search = screen.getByPlaceholderText("Search");
  fireEvent.change(search, { target: { value: "Main store" } });
  expect(screen.queryByRole("option", { name: /Create/ })).toBeNull();
  fireEvent.change(search, { target: { value: "Yard" } });
  fireEvent.click(screen.getByRole("option", { name: "Create “Yard”" }));
  expect(onCreate).toHaveBeenCalledWith("Yard");
});

test("shows the label of a value its options do not hold", () => {
  const { control } = draw({ value: "9", valueLabel: "Old yard" });
  expect(control.textContent).toBe("Old yard");
});

test("typing and Enter takes the first of what the server answers", () => {
  const onChange = vi.fn<ComboboxProps["onChange"]>();
  const box = (options: ComboboxProps["options"]) => (
    <Combobox label="Place" options={options} value={null} onChange={onChange} onSearch={() => undefined} />
  );
  const { rerender } = render(box(OPTIONS));
  fireEvent.keyDown(screen.getByRole("combobox"), { key: "y" });
  const answer = [
    { value: "7", label: "Yard" },
    { value: "8", label: "Yard, far end" },
  ];
  rerender(box(answer));
  fireEvent.keyDown(screen.getByPlaceholderText("Search"), { key: "Enter" });
  expect(onChange).toHaveBeenCalledWith("7", answer[0]);
});

test("Enter faster than the server waits for its answer instead of taking what was there before", async () => {
  const onChange = vi.fn<ComboboxProps["onChange"]>();
  const box = (options: ComboboxProps["options"], isLoading: boolean) => (
    <Combobox
      label="Place"
      options={options}
      value={null}
      onChange={onChange}
      onSearch={() => undefined}
      isLoading={isLoading}
    />
  );
  const { rerender } = render(box(OPTIONS, false));
  fireEvent.keyDown(screen.getByRole("combobox"), { key: "y" });
  rerender(box(OPTIONS, true));
  fireEvent.keyDown(screen.getByPlaceholderText("Search"), { key: "Enter" });
  expect(onChange).not.toHaveBeenCalled();
  const answer = [{ value: "7", label: "Yard" }];
  rerender(box(answer, false));
  await waitFor(() => expect(onChange).toHaveBeenCalledExactlyOnceWith("7", answer[0]));
});

test("an answer that comes in the middle of a press leaves what is pressed where it is, until the press is over", async () => {
  const onChange = vi.fn<ComboboxProps["onChange"]>();
  const box = (options: ComboboxProps["options"]) => (
    <Combobox label="Place" options={options} value={null} onChange={onChange} onSearch={() => undefined} />
  );
  const { rerender } = render(box(OPTIONS));
  fireEvent.click(screen.getByRole("combobox"));
  const pressed = screen.getByRole("option", { name: /Paint room/ });
  fireEvent.pointerDown(pressed);
  rerender(box([{ value: "7", label: "Yard" }]));
  expect(screen.getAllByRole("option")).toHaveLength(2);
  fireEvent.pointerUp(pressed);
  fireEvent.click(pressed);
  expect(onChange).toHaveBeenCalledExactlyOnceWith("2", OPTIONS[1]);
  fireEvent.click(screen.getByRole("combobox"));
  await waitFor(() => expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Yard"]));
});
