export { numberChanges } from "./number-changes.ts";
export { type FeedBatch, lastNumber, numberBefore, readFeed } from "./read-feed.ts";
export { recordChange } from "./record-change.ts";
export { trimFeed } from "./trim-feed.ts";
