/** What was open of a list is closed: the focus goes back to where it was opened. */
export const backToRow = (): void => {
  document.querySelector<HTMLElement>('tbody a[aria-current]')?.focus();
};
