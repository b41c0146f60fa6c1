import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Link } from '../../ui/Link.tsx';
import { ColumnMapper } from './ColumnMapper.tsx';
import { ImportColumnsDocument } from './documents.ts';
import { ReportView } from './ReportView.tsx';
import { SaidForm } from './SaidForm.tsx';
import { useFileImport, type FileState, type Said } from './use-file-import.ts';
import { phaseWords, sizeWords } from './words.ts';

/** One file: what it is, what it would change, and the way to import it. */
export const FileCard = ({
  file,
  systems,
  onDone,
  onRemove,
}: {
  readonly file: File;
  readonly systems: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
  readonly onRemove: () => void;
}): ReactNode => {
  const [said, setSaid] = useState<Said>({});
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const { state, uploaded, retry, start } = useFileImport(file, onDone);
  const announce = useAnnounce();
  const columns = useQuery(ImportColumnsDocument, uploaded === undefined ? undefined : { upload: uploaded.id });
  const proposal = columns.phase === 'ready' ? columns.data.importColumns : undefined;
  const everything: Said = {
    ...said,
    ...(chosen.size === 0 ? {} : { columns: [...chosen].map(([title, target]) => ({ title, target })) }),
  };
  const words = wordsOf(state);
  useEffect(() => {
    if (state.stage === 'TRIED' || state.stage === 'DONE' || state.stage === 'FAILED')
      announce(`${file.name}: ${words}`);
  }, [announce, file.name, state.stage, words]);
  const report = state.stage === 'TRIED' || state.stage === 'DONE' ? state.job.report : undefined;
  const busy = state.stage === 'UPLOADING' || state.stage === 'TRYING' || state.stage === 'IMPORTING';
  const isKnown = report?.alreadyImported !== null && report?.alreadyImported !== undefined;
  return (
    <article className="sheet import-card" aria-label={file.name} aria-busy={busy}>
      <div className="row spread">
        <h2>
          {file.name} <span className="quiet">{sizeWords(file.size)}</span>
        </h2>
        <button type="button" className="button" onClick={onRemove} disabled={state.stage === 'IMPORTING'}>
          {state.stage === 'DONE' ? 'Close' : 'Put aside'}
        </button>
      </div>
      {busy ? (
        <Progress state={state} words={words} />
      ) : (
        <p
          className={state.stage === 'FAILED' ? 'form-trouble' : ''}
          role={state.stage === 'FAILED' ? 'alert' : undefined}
        >
          {words}
        </p>
      )}
      {report === null || report === undefined ? null : <ReportView report={report} dryRun={state.stage === 'TRIED'} />}
      {state.stage === 'DONE' || uploaded === undefined ? null : (
        <>
          {proposal === null || proposal === undefined ? null : (
            <ColumnMapper
              columns={proposal}
              chosen={chosen}
              onChoose={(title, target) => setChosen(new Map([...chosen, [title, target]]))}
            />
          )}
          <SaidForm
            said={said}
            systems={systems}
            isStatement={report?.kind === 'capability-statement'}
            onChange={setSaid}
          />
          <div className="row">
            <button type="button" className="button" disabled={busy} onClick={() => retry(everything)}>
              Look again
            </button>
            {state.stage === 'TRIED' ? (
              <button type="button" className="button primary" onClick={() => start(everything, isKnown)}>
                {isKnown ? 'Import it again' : 'Import'}
              </button>
            ) : null}
          </div>
        </>
      )}
      {state.stage === 'DONE' && state.job.report?.run !== undefined ? (
        <p className="row">
          <Link href={`/reconcile?run=${encodeURIComponent(state.job.report.run)}`}>Decide what it saw</Link>
          <Link href="/findings?rule=uninventoried">Findings: uninventoried</Link>
          <Link href="/findings?rule=silent-filter">Findings: silent filters</Link>
        </p>
      ) : null}
    </article>
  );
};

const Progress = ({ state, words }: { readonly state: FileState; readonly words: string }): ReactNode => {
  const share = shareOf(state);
  return (
    <p className="import-progress">
      <progress aria-label={words} {...(share === undefined ? {} : { value: share, max: 1 })} /> {words}
    </p>
  );
};

const shareOf = (state: FileState): number | undefined => {
  if (state.stage === 'UPLOADING') return state.share;
  if (state.stage !== 'TRYING' && state.stage !== 'IMPORTING') return undefined;
  const { job } = state;
  if (job === undefined || job.bytes === 0 || (job.phase !== 'HASHING' && job.phase !== 'READING')) return undefined;
  return Math.min(1, job.bytesRead / job.bytes);
};

const wordsOf = (state: FileState): string => {
  switch (state.stage) {
    case 'UPLOADING':
      return `Sending it, ${Math.round(state.share * 100)} %`;
    case 'TRYING':
    case 'IMPORTING':
      return state.job === undefined ? 'Beginning' : phaseWords[state.job.phase];
    case 'TRIED':
      return 'This is what it would change. Nothing is written yet.';
    case 'DONE':
      return 'It is imported.';
    case 'FAILED':
      return state.message;
  }
};
