const FIELDS = "input:not([type=hidden],[hidden],:disabled),textarea:not(:disabled),select,[role=combobox]";

/**
 * Puts the focus where work in a dialog begins: its first field, or the dialog itself where it has none. By thumb always on the dialog: a
 * keyboard that rises unasked hides half of it.
 */
export function focusFirst(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  const field = window.matchMedia("(pointer: coarse)").matches ? null : dialog.querySelector<HTMLElement>(FIELDS);
  (field ?? dialog).focus();
}
