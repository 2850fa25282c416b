import { createContext, use } from 'react';
import type { Draft } from './draft';

/** All that was entered in a form so far, for fields that depend on others. */
export const WholeDraft = createContext<Draft>({});

export const useWholeDraft = (): Draft => use(WholeDraft);
