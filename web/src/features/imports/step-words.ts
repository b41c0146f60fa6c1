import type { Step } from './import-entry.ts';
import { phaseWords } from './words.ts';

/** What is done with a file now, or came of it, as a sentence. How much of it was sent or read is left to the bar. */
export const stepWords = (step: Step): string => {
  switch (step.at) {
    case 'queued':
      return 'Waiting to be sent.';
    case 'uploading':
      return 'Sending the file to the server.';
    case 'running':
      return step.isDryRun
        ? `Trying it, nothing is written: ${lower(phaseWords[step.phase])}.`
        : `Importing: ${lower(phaseWords[step.phase])}.`;
    case 'tried':
      return 'Tried. This is what importing it would do.';
    case 'failed':
      return failedWords[step.attempt];
    case 'imported':
      return 'Imported.';
  }
};

const failedWords = {
  upload: 'The file could not be sent.',
  try: 'The file cannot be imported as it is. Nothing was written.',
  import: 'The import failed.',
} as const;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
