/** Has PostgreSQL ready for whoever asks for a database. */
declare const start: () => Promise<void>;
export = start;
