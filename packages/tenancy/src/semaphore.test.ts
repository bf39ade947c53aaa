import { DomainError } from "@storehouse/domain";
import { expect, test } from "vitest";
import { createSemaphore } from "./semaphore.ts";

const make = (capacity: number, waitMs = 1_000, lineMax = 100) => createSemaphore({ capacity, waitMs, lineMax });
const BUSY = { failure: { code: "BUSY", retryAfterSeconds: 1 } };

test("permits go out in the order of asking, also when a later one asks for less", async () => {
  const semaphore = make(3);
  await semaphore.take(2);
  const order: string[] = [];
  const big = semaphore.take(3).then(() => order.push("big"));
  const small = semaphore.take(1).then(() => order.push("small"));
  expect(semaphore.tryTake(1)).toBe(false);
  expect(semaphore.load()).toEqual({ capacity: 3, taken: 2, waiting: 2, wanted: 4 });
  semaphore.give(2);
  await big;
  semaphore.give(3);
  await small;
  expect(order).toEqual(["big", "small"]);
  expect(semaphore.load()).toMatchObject({ taken: 1, waiting: 0, wanted: 0 });
});

test("who waits too long is refused, and those behind come on", async () => {
  const semaphore = make(2, 30);
  await semaphore.take(1);
  const big = semaphore.take(2);
  const small = semaphore.take(1);
  await expect(big).rejects.toThrow(DomainError);
  await expect(big).rejects.toMatchObject(BUSY);
  await small;
  expect(semaphore.load()).toMatchObject({ taken: 2, waiting: 0, wanted: 0 });
});

test("a line that is full refuses at once", async () => {
  const semaphore = make(1, 1_000, 1);
  await semaphore.take(1);
  const first = semaphore.take(1);
  await expect(semaphore.take(1)).rejects.toMatchObject(BUSY);
  semaphore.give(1);
  await first;
});

test("a larger capacity admits at once; a smaller one waits for what is out", async () => {
  const semaphore = make(1);
  await semaphore.take(1);
  const second = semaphore.take(1);
  semaphore.resize(2);
  await second;
  semaphore.resize(1);
  semaphore.give(1);
  expect(semaphore.tryTake(1)).toBe(false);
  semaphore.give(1);
  expect(semaphore.tryTake(1)).toBe(true);
});
