/** What an import is doing. HASHING reads the file once to know it, READING reads it again to understand it. */
export type ImportPhase = 'WAITING' | 'HASHING' | 'READING' | 'COMPARING' | 'WRITING' | 'DONE' | 'FAILED';

/** One step of an import: a phase it enters, or bytes it has read since the last step. That it has ended is told by its result alone. */
export type ProgressStep = { readonly phase: Exclude<ImportPhase, 'DONE' | 'FAILED'> } | { readonly bytes: number };

/** Is told how an import goes on. Must not throw and must be quick: it is called for every piece of a file. */
export type OnProgress = (step: ProgressStep) => void;

/** How far an import is. `bytesRead` counts within the phase. */
export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly bytesRead: number;
}

/** Returns how far an import is after one more step. Pure. */
export const advance = (progress: ImportProgress, step: ProgressStep): ImportProgress =>
  'phase' in step
    ? { phase: step.phase, bytesRead: step.phase === progress.phase ? progress.bytesRead : 0 }
    : { ...progress, bytesRead: progress.bytesRead + step.bytes };
