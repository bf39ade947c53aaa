export { archiveView } from "./archive-view.ts";
export { createView } from "./create-view.ts";
export { listViews } from "./list-views.ts";
export { setDefaultView } from "./set-default-view.ts";
export { updateView } from "./update-view.ts";
