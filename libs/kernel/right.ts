/**
 * By which right the system writes: into the stream that it heard itself, or, where whoever caused it could not write there, by a
 * rule of the domain.
 */
export type Right = 'ownStream' | { readonly rule: string; readonly because: string };

/** The right by which each command is asked for that a reaction may ask for; no other is. */
export type Rights = Readonly<Record<string, Right>>;
