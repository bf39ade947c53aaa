export { LocationPicker } from "./location-picker.tsx";
