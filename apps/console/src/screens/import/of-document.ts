import { createContext, use } from 'react';
import type { Document } from './query';

/** The document that a form is about. */
export const OfDocument = createContext<Document | undefined>(undefined);

export const useDocument = (): Document | undefined => use(OfDocument);
