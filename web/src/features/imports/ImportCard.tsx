import { useEffect, useId, useRef, type ReactNode } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CardProgress } from './CardProgress.tsx';
import { ColumnMapper } from './ColumnMapper.tsx';
import { FileReport } from './FileReport.tsx';
import { isBusy, isTried, type ImportEntry } from './import-entry.ts';
import { ImportFields } from './ImportFields.tsx';
import { ImportResult } from './ImportResult.tsx';
import { importQueue } from './import-queue.ts';
import { SameFile } from './SameFile.tsx';
import { stepWords } from './step-words.ts';
import { sizeWords } from './words.ts';

/** One file: how far it is, what it would do, what can be said of it, and what it did. */
export const ImportCard = (props: { readonly entry: ImportEntry; readonly onRemove: () => void }): ReactNode => {
  const { entry } = props;
  const { id, file, step, tried } = entry;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useStepAnnounced(entry);
  const isWriting = step.at === 'running' && !step.isDryRun;
  // The button that was pressed goes away: the focus stays with the file.
  const press = (action: () => void): void => {
    heading.current?.focus();
    action();
  };
  const report = step.at === 'imported' ? step.report : tried?.report;
  return (
    <article className="sheet import-card" aria-labelledby={titleId} aria-busy={isBusy(entry)}>
      <div className="row spread">
        <h3 id={titleId} ref={heading} tabIndex={-1}>
          {file.name} <span className="quiet">{sizeWords(file.size)}</span>
        </h3>
        {isWriting ? null : (
          <button
            type="button"
            className="button"
            aria-label={`${step.at === 'imported' ? 'Put away' : 'Leave it out'}: ${file.name}`}
            onClick={props.onRemove}
          >
            {step.at === 'imported' ? 'Put away' : 'Leave it out'}
          </button>
        )}
      </div>
      <CardProgress entry={entry} />
      {step.at === 'failed' ? <Failed step={step} onTryAgain={() => press(() => importQueue.tryAgain(id))} /> : null}
      {step.at === 'imported' ? <ImportResult job={step.job} report={step.report} /> : null}
      {step.at === 'imported' || isWriting ? null : (
        <>
          {tried?.report.alreadyImported ? (
            <SameFile
              run={tried.report.alreadyImported}
              report={tried.report}
              isReady={isTried(entry)}
              onAgain={() => press(() => importQueue.importNow(id, true))}
            />
          ) : null}
          <div className="import-body">
            {report === undefined || tried === undefined || report.alreadyImported ? null : (
              <FileReport job={tried.job} report={report} isDryRun />
            )}
            <ImportFields entry={entry} onSay={(said) => importQueue.say(id, said)} />
          </div>
          {entry.columns === undefined ? null : (
            <ColumnMapper
              data={entry.columns}
              chosen={entry.said.columns}
              onChoose={(columns) => importQueue.say(id, { columns })}
            />
          )}
          {tried === undefined || tried.report.alreadyImported || step.at === 'failed' ? null : (
            <div className="row">
              <button
                type="button"
                className="button primary import-button"
                aria-disabled={!isTried(entry)}
                onClick={() => {
                  if (isTried(entry)) press(() => importQueue.importNow(id));
                }}
              >
                Import
              </button>
              <span className="quiet">
                {isTried(entry) ? 'Nothing was written yet.' : 'It is tried first with what you said.'}
              </span>
            </div>
          )}
        </>
      )}
    </article>
  );
};

const Failed = (props: {
  readonly step: Extract<ImportEntry['step'], { readonly at: 'failed' }>;
  readonly onTryAgain: () => void;
}): ReactNode => {
  const { attempt, error } = props.step;
  const isUncertain = attempt === 'import' && (error.code === 'NETWORK' || error.code === 'UNREADABLE');
  // What is in the file, or was said of it, has to change first: then it is tried again by itself, or chosen anew.
  const isOver = attempt === 'try' && error.code === 'BAD_USER_INPUT';
  return (
    <Notice
      kind="failed"
      title={stepWords(props.step)}
      {...(isOver ? {} : { action: { label: 'Try again', onClick: props.onTryAgain } })}
    >
      {sentenceCase(error.message)}
      {error.choices === undefined ? null : <ChoiceList title="What can be imported" choices={error.choices} />}
      {isUncertain
        ? ' Whether the import was begun is not known. Trying the file again tells: a file that was imported is known.'
        : ''}
    </Notice>
  );
};

const ChoiceList = (props: { readonly title: string; readonly choices: readonly string[] }): ReactNode => (
  <details className="kinds">
    <summary>{props.title}</summary>
    <ul>
      {props.choices.map((choice) => (
        <li key={choice}>{choice}</li>
      ))}
    </ul>
  </details>
);

/** Says each step of a file once, in the order in which they come. */
const useStepAnnounced = ({ file, step }: ImportEntry): void => {
  const announce = useAnnounce();
  const words = `${file.name}: ${stepWords(step)}`;
  const first = useRef(words);
  useEffect(() => {
    // A file that was there when the page was opened has nothing new to say.
    if (first.current === words) return;
    first.current = '';
    announce(words);
  }, [announce, words]);
};
