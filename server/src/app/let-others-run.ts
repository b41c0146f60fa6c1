/** Waits until what is due meanwhile was served: called between the steps of long work, so that one question does not keep all others waiting. */
export const letOthersRun = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
