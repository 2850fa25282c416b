/** As browsers did it before: the only way where the page has no secure context. */
const copiedByHand = (text: string): boolean => {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- plain http on an intranet has nothing else
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
};

/** Puts a text where it can be pasted from; says whether the browser let it. */
export const toClipboard = async (text: string): Promise<boolean> => {
  if (!window.isSecureContext) return copiedByHand(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
};
