export { LoadSampleButton } from "./load-sample-button.tsx";
export { SampleBanner } from "./sample-banner.tsx";
export { SampleNotice, SampleOffer } from "./sample-notice.tsx";
