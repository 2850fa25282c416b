/** A moment of the story, as the clock in China shows it: `at('03-24', '19:30')`. The year is the story's own, no notice's. */
export const at = (day: string, time: string): string => new Date(`2025-${day}T${time}:00.000+08:00`).toISOString();

/** When the log of the story begins, with its first administrator. */
export const BEGUN = at('01-02', '07:00');

/** When the places, bodies and appointments of the story begin. */
export const FOUNDED = at('01-02', '08:00');
