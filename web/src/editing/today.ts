/** The day it is now, as the inventory counts days: UTC. */
export const todayHere = (): string => new Date().toISOString().slice(0, 10);
