import { WEBHOOK_EVENTS } from "@storehouse/domain";
import { expect, test } from "vitest";
import { EVENT_GROUPS, eventsText, eventText } from "./event-words.ts";

test("every event stands in one group of the form", () => {
  expect(EVENT_GROUPS.flatMap(({ events }) => events).toSorted()).toEqual([...WEBHOOK_EVENTS].toSorted());
});

test("events are told in few words", () => {
  expect(eventsText(WEBHOOK_EVENTS)).toBe("everything");
  expect(eventsText(["making.done"])).toBe("something is made");
  expect(eventsText(["making.done", "alert.raised"])).toBe("something is made, and 1 more");
  expect(eventText("webhook.test")).toBe("A trial");
  expect(eventText("order.paid")).toBe("Order.paid");
});
