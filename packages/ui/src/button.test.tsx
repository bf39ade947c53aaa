import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "./button.tsx";

afterEach(cleanup);

test("what is sent takes one press of a double click; other buttons take each", () => {
  const [send, step] = [vi.fn<() => void>(), vi.fn<() => void>()];
  render(
    <>
      <Button isPending={false} onClick={send}>
        Send
      </Button>
      <Button onClick={step}>Step</Button>
    </>,
  );
  for (const name of ["Send", "Step"]) {
    fireEvent.click(screen.getByText(name), { detail: 1 });
    fireEvent.click(screen.getByText(name), { detail: 2 });
  }
  expect([send, step].map((press) => press.mock.calls.length)).toEqual([1, 2]);
});

test("a form is sent once by a double click", () => {
  const submit = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  render(
    <form onSubmit={(event) => submit(event.nativeEvent)}>
      <Button type="submit" isPending={false}>
        Book
      </Button>
    </form>,
  );
  for (const detail of [1, 2]) fireEvent.click(screen.getByText("Book"), { detail });
  expect(submit).toHaveBeenCalledTimes(1);
});

test("pressing what sends a form does not leave the field one stands in", () => {
  render(
    <form>
      <Button type="submit">Book</Button>
      <Button>Step</Button>
    </form>,
  );
  expect(["Book", "Step"].map((name) => fireEvent.mouseDown(screen.getByText(name)))).toEqual([false, true]);
});
