import type { ReactNode } from 'react';
import { isBusy, type ImportEntry } from './import-entry.ts';
import { stepWords } from './step-words.ts';
import { sizeWords } from './words.ts';

/** How far a file is, in words and as a bar. The line is as high without the bar, so that nothing moves when it comes and goes. */
export const CardProgress = ({ entry }: { readonly entry: ImportEntry }): ReactNode => {
  const { step, file } = entry;
  if (step.at === 'failed') return null;
  const [done, all] = amountOf(entry);
  return (
    <div className="import-progress">
      <span>{stepWords(step)}</span>
      {isBusy(entry) ? (
        <>
          {/* Without a value it says that nobody knows how long it takes. */}
          <progress
            aria-label={`${file.name}: ${stepWords(step)}`}
            {...(done === undefined ? {} : { value: done, max: all })}
          />
          <span className="quiet">{done === undefined ? '' : `${sizeWords(done)} of ${sizeWords(all)}`}</span>
        </>
      ) : null}
    </div>
  );
};

const amountOf = ({ step, file }: ImportEntry): readonly [done: number | undefined, all: number] => {
  const all = Math.max(1, file.size);
  if (step.at === 'uploading') return [Math.min(step.sent, all), all];
  if (step.at !== 'running' || (step.phase !== 'HASHING' && step.phase !== 'READING')) return [undefined, all];
  // A file that is read a second time in a phase has no end that is known.
  return step.bytesRead > step.bytes || step.bytesRead === 0
    ? [undefined, all]
    : [step.bytesRead, Math.max(1, step.bytes)];
};
