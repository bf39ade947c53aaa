export const exporting = {
  export: "Export",
  whatIsShownHere: "What is shown here",
} as const;
