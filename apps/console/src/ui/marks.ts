export const PARTIES = ['territorial', 'departmental', 'unit', 'individual'] as const;
export type Party = (typeof PARTIES)[number];

/** How one of the four parties stands: it holds, it does so in part, nobody does, or it need not. */
export type Mark = 'held' | 'part' | 'none' | 'free';
export type Marks = Readonly<Record<Party, Mark>>;
