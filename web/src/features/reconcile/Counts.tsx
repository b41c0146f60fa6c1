import type { ReactNode } from 'react';
import type { ObservedFactKind, ReconciliationStatus } from '../../gql/graphql.ts';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import type { CountData } from './reconciled-item.ts';
import type { Counts } from './use-counts.ts';
import { noParams, type ReconcileChange, type ReconcileParams } from './use-reconcile-params.ts';
import { standingGlyphs, standingWords } from '../../graph-model/observed-standing.ts';
import { facts, factWords, openStatuses, statuses, statusMeaning } from './words.ts';

interface CountsProps {
  readonly counts: Counts;
  readonly params: ReconcileParams;
  readonly onChange: (change: ReconcileChange) => void;
}

/** How many there are in all and of each status, in one sentence; each number shows what it counts. */
export const CountsSentence = (
  props: CountsProps & { readonly declaredOnly: number; readonly onDeclaredOnly: () => void },
): ReactNode => {
  const { counts, params, onChange } = props;
  if (counts === 'COUNTING') return <p className="sentence">Counting what this import saw.</p>;
  if (counts === 'FAILED')
    return <p className="sentence">What this import saw could not be counted. The list below is right all the same.</p>;
  const all = sum(counts, () => true);
  const open = counts.reduce((total, each) => total + (openStatuses.includes(each.status) ? each.undecided : 0), 0);
  const isOne = params.run !== undefined || params.origin !== undefined;
  const go = (change: ReconcileChange): void => onChange({ ...narrowed(params), ...change });
  return (
    <p className="sentence">
      {isOne ? 'This import' : 'Imports'} saw {counted(all, 'thing')}:{' '}
      {statuses.map((status) => (
        <span key={status}>
          <CountLink
            count={sum(counts, (each) => each.status === status)}
            words={standingWords[status]}
            pressed={params.status === status && params.decision === 'ANY' && params.fact === undefined}
            onClick={() => go({ status, decision: 'ANY' })}
          />
          {status === 'OBSERVED_ONLY' ? ' (nobody declared them)' : ''}
          {status === 'NOTED' ? '. ' : ', '}
        </span>
      ))}
      <CountLink
        count={open}
        words={`${open === 1 ? 'wants' : 'want'} a decision`}
        pressed={params.status === undefined && params.decision === undefined && params.fact === undefined}
        onClick={() => go({})}
      />
      . <CountLink count={props.declaredOnly} words="declared only" onClick={props.onDeclaredOnly} />.
    </p>
  );
};

/** A number with what it counts; of nothing there is nothing to show. */
const CountLink = (props: {
  readonly count: number;
  readonly words: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}): ReactNode =>
  props.count === 0 ? (
    `0 ${props.words}`
  ) : (
    <button type="button" className="count-link" aria-pressed={props.pressed} onClick={props.onClick}>
      {props.count} {props.words}
    </button>
  );

/** Kind by status with counts; a cell shows what it counts. With a list of undecided things it counts those, else all. */
export const CountsMatrix = ({ counts, params, onChange }: CountsProps): ReactNode => {
  const isUndecided = params.decision === undefined;
  const known = typeof counts === 'string' ? [] : counts;
  const numberOf = (wanted: (each: CountData) => boolean): number =>
    known.filter(wanted).reduce((total, each) => total + (isUndecided ? each.undecided : each.count), 0);
  const go = (status: ReconciliationStatus, fact: ObservedFactKind): void =>
    onChange({ ...narrowed(params), status, fact, decision: isUndecided ? undefined : 'ANY' });
  return (
    <table className="matrix">
      <caption>{isUndecided ? 'Undecided, by kind and status' : 'All, by kind and status'}</caption>
      <thead>
        <tr>
          <td />
          {shownStatuses.map((status) => (
            <th key={status} scope="col" title={statusMeaning[status]}>
              <span className="with-glyph">
                <Glyph name={standingGlyphs[status][0]} color={standingGlyphs[status][1]} size={16} />
                {sentenceCase(standingWords[status])}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shownFacts.map((fact) => (
          <tr key={fact}>
            <th scope="row">{sentenceCase(factWords[fact])}</th>
            {shownStatuses.map((status) => {
              const count = numberOf((each) => each.status === status && each.fact === fact);
              const words = `${counted(count, factWords[fact], pluralOf[fact])}, ${standingWords[status]}`;
              return (
                <td key={status}>
                  {count === 0 ? (
                    <span className="quiet">{known === counts ? 0 : '…'}</span>
                  ) : (
                    <button
                      type="button"
                      className="count-link"
                      aria-label={words}
                      aria-pressed={params.status === status && params.fact === fact}
                      onClick={() => go(status, fact)}
                    >
                      {count}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const shownStatuses = statuses.filter((status) => status !== 'NOTED');
const shownFacts = facts.filter((fact) => fact !== 'NOTE');

const pluralOf: Readonly<Record<ObservedFactKind, string>> = {
  SYSTEM: 'systems',
  FLOW: 'flows',
  CHANNEL: 'access channels',
  HOLDING: 'tables or documents',
  FILTER: 'filters',
  NOTE: 'notes',
};

/** Only of which import: what a number counts is not narrowed by anything else. */
const narrowed = ({ run, origin }: ReconcileParams): ReconcileChange => ({ ...noParams, run, origin });

const sum = (counts: readonly CountData[], wanted: (each: CountData) => boolean): number =>
  counts.filter(wanted).reduce((total, { count }) => total + count, 0);
