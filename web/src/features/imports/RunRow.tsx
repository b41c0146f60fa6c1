import { useRef, useState, type ReactNode } from 'react';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { Link } from '../../ui/Link.tsx';
import { useView } from '../../view/use-view.ts';
import { importedBy, type RunData } from './run-data.ts';
import { TakeBackForm, type TakenBack } from './TakeBackForm.tsx';
import { TakenBackNotice } from './TakenBackNotice.tsx';
import { timeWords } from '../../ui/time-words.ts';
import {
  capabilityKind,
  changesWords,
  codeWords,
  contentWords,
  inventoryWords,
  keptUnder,
  reconcileHref,
  statusGlyphs,
  statusWords,
} from './words.ts';

/** One import of the list: what it was, how it went, what it saw, and the form that takes it back. */
export const RunRow = (props: {
  readonly run: RunData;
  /** Whether this server imports a file of this name now. */
  readonly isUnderWay: boolean;
  readonly onTakenBack: (words: string) => void;
}): ReactNode => {
  const { run } = props;
  const [panel, setPanel] = useState<'warnings' | 'take-back'>();
  const [taken, setTaken] = useState<TakenBack>();
  const opener = useRef<HTMLButtonElement>(null);
  const { isReadOnly } = useView();
  const isOpen = !isReadOnly && (run.canBeTakenBack || (run.status === 'RUNNING' && !props.isUnderWay));
  const toggle = (wanted: typeof panel): void => setPanel(panel === wanted ? undefined : wanted);
  const compare = reconcileHref(run.kind, run.id);
  const takeBack = run.status === 'RUNNING' ? 'Close it' : 'Take back';
  return (
    <tbody>
      <tr>
        <th scope="row">
          <span className="run-file">{run.file}</span>
          <span className="quiet">
            {/* One that failed was taken for this by how it begins; nobody knows whether it is. */}
            {run.status === 'FAILED' ? 'taken for: ' : ''}
            {run.title ?? codeWords(run.kind)}
          </span>
          {run.origin ? <span className="quiet">kept under {keptUnder(run.origin)}</span> : null}
        </th>
        <td>
          <StateOf run={run} isUnderWay={props.isUnderWay} />
        </td>
        <td>
          {timeWords(run.startedAt)}
          <span className="quiet">{importedBy(run)}</span>
        </td>
        <td>
          <SeenBy run={run} />
        </td>
        <td>
          <div className="row">
            {run.status === 'DONE' && compare !== undefined ? (
              <Link href={compare} aria-label={`Compare ${run.file} with the inventory`}>
                Compare
              </Link>
            ) : null}
            {run.warnings.length === 0 ? null : (
              <button
                type="button"
                className="button"
                aria-expanded={panel === 'warnings'}
                aria-label={`${counted(run.warnings.length, 'warning')} of ${run.file}`}
                onClick={() => toggle('warnings')}
              >
                {counted(run.warnings.length, 'warning')}
              </button>
            )}
            {isOpen ? (
              <button
                ref={opener}
                type="button"
                className="button"
                aria-expanded={panel === 'take-back'}
                aria-label={`${takeBack}: ${run.file}`}
                onClick={() => toggle('take-back')}
              >
                {takeBack}
              </button>
            ) : null}
          </div>
        </td>
      </tr>
      {panel === undefined && taken === undefined ? null : (
        <tr>
          <td colSpan={5} className="run-panel">
            {panel === 'warnings' ? (
              <ul>
                {run.warnings.map((words, at) => (
                  <li key={`${at} ${words}`}>{words}</li>
                ))}
              </ul>
            ) : null}
            {panel === 'take-back' && isOpen ? (
              <TakeBackForm
                run={run}
                label={takeBack}
                onCancel={() => {
                  setPanel(undefined);
                  opener.current?.focus();
                }}
                onDone={(done) => {
                  setPanel(undefined);
                  setTaken(done);
                  props.onTakenBack(done.words);
                }}
              />
            ) : null}
            {taken === undefined ? null : <TakenBackNotice taken={taken} onDismiss={() => setTaken(undefined)} />}
          </td>
        </tr>
      )}
    </tbody>
  );
};

const StateOf = ({ run, isUnderWay }: { readonly run: RunData; readonly isUnderWay: boolean }): ReactNode => {
  const [glyph, color] = statusGlyphs[run.status];
  return (
    <>
      <span className="with-glyph">
        <Glyph name={glyph} color={color} size={16} />
        {sentenceCase(run.status === 'RUNNING' && isUnderWay ? 'under way' : statusWords[run.status])}
      </span>
      {run.status === 'FAILED' && run.warnings.length > 0 ? <span>{run.warnings.at(-1)}</span> : null}
      {run.status === 'UNDONE' && run.undoneAt ? (
        <span className="quiet">
          {run.undoneBy}, {timeWords(run.undoneAt)}: {run.undoReason}
        </span>
      ) : null}
    </>
  );
};

const SeenBy = ({ run }: { readonly run: RunData }): ReactNode => {
  if (run.counts.length === 0) return null;
  const became = run.kind === capabilityKind ? inventoryWords(run.counts) : changesWords(run.counts, false);
  const content = contentWords(run.counts);
  return (
    <>
      {became === '' ? 'Nothing' : sentenceCase(became)}
      {content === '' ? null : <span className="quiet">{content}</span>}
    </>
  );
};
