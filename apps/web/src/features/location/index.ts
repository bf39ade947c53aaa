export { LocationPicker } from "./location-picker.tsx";
export { PlacesPage } from "./places-page.tsx";
export { LOCATION_TYPE_WORDS } from "./words.ts";
