/** Ends what was started. */
declare const stop: () => Promise<void>;
export = stop;
