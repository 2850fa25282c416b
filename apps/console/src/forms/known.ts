import { createContext, use } from 'react';

/** What things are called that a form begins with. */
export const KnownThings = createContext<Readonly<Record<string, string>>>({});

export const useKnownThings = () => use(KnownThings);
