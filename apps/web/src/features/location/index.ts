export { LocationPicker } from "./location-picker.tsx";
export { PlacesPage } from "./places-page.tsx";
