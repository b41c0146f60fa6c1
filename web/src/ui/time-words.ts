/** `2026-11-27 10:15 UTC`: the server's time of a record. */
export const timeWords = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
