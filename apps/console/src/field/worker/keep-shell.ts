/** Has the page kept at the phone, so that it opens without a network: where the browser lets it, which it does not by plain http. */
export const keepShell = (): void => {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // While it is worked on, the page changes under every name.
  if (!workers || import.meta.env.DEV) return;
  void workers.register('/field-worker.js', { scope: '/field' }).catch(() => undefined);
};
