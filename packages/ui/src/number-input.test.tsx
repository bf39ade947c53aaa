import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { NumberInput } from "./number-input.tsx";

afterEach(cleanup);

function Price() {
  const [text, setText] = useState("");
  return <NumberInput aria-label="Price" value={text} onChange={(event) => setText(event.target.value)} />;
}

test("figures in groups, as they are shown, are taken without them", () => {
  render(<Price />);
  const field = screen.getByLabelText("Price");
  fireEvent.change(field, { target: { value: "12,34,567.50" } });
  expect(field).toHaveProperty("value", "1234567.50");
  fireEvent.change(field, { target: { value: "12,5" } });
  expect(field).toHaveProperty("value", "12,5");
});
