import type { ReactNode } from 'react';
import type { Turn } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import type { WhatIfData } from './use-what-if.ts';
import type { ParamChange } from './use-what-if-params.ts';

/** Turns that are counted together; the last are of what is released neither before nor after. */
export const turnGroups = [
  { key: 'released', sign: '+', words: 'newly released', turns: ['NEWLY_RELEASED', 'NEWLY_RELEASED_LIMITED'] },
  { key: 'more', sign: '+', words: 'released more freely', turns: ['MORE_PARTS_RELEASED', 'NO_LONGER_LIMITED'] },
  { key: 'limited', sign: '−', words: 'newly limited', turns: ['NEWLY_LIMITED', 'FEWER_PARTS_RELEASED'] },
  {
    key: 'stopped',
    sign: '−',
    words: 'no longer released',
    turns: ['NEWLY_STOPPED', 'NO_LONGER_REACHED', 'NO_LONGER_OFFERED', 'NO_LONGER_THERE', 'NO_LONGER_KNOWN'],
  },
  { key: 'parts', sign: '~', words: 'released in other parts', turns: ['PARTS_CHANGED'] },
  { key: 'otherwise', sign: '~', words: 'not released for another reason', turns: ['NOT_RELEASED_OTHERWISE'] },
] as const satisfies readonly { key: string; sign: string; words: string; turns: readonly Turn[] }[];

const always: readonly string[] = ['released', 'limited', 'stopped'];

/** How much differs, in numbers: each leads to what it counts. */
export const Counts = (props: {
  readonly answer: WhatIfData;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { answer, onChange } = props;
  const { counts } = answer;
  const countOf = (turns: readonly Turn[]): number =>
    counts.turns.reduce((sum, { turn, count }) => sum + (turns.includes(turn) ? count : 0), 0);
  const ofTable = turnGroups.map(({ key, sign, words, turns }) => ({
    key,
    sign,
    words,
    count: countOf(turns),
    title: 'Rows of the table: a data class on a channel for an audience',
    to: { look: 'table', turn: turns.join(','), ofClass: undefined, channel: undefined, audience: undefined } as const,
  }));
  const entry = (key: string, sign: string, words: string, count: number, to: ParamChange) => ({
    key,
    sign,
    words,
    count,
    title: words,
    to,
  });
  const entries = [
    ...ofTable.filter(({ key, count }) => key !== 'otherwise' && (count > 0 || always.includes(key))),
    entry('stranded', '−', 'newly stranded', counts.stranded, { look: 'more' }),
    entry('unstranded', '+', 'no longer stranded', counts.unstranded, { look: 'more' }),
    entry('opened', '−', 'findings open', answer.findingsOpened.totalCount, { look: 'findings' }),
    entry('closed', '+', 'findings close', answer.findingsClosed.totalCount, { look: 'findings' }),
  ];
  const otherwise = ofTable.find(({ key, count }) => key === 'otherwise' && count > 0);
  return (
    <>
      <ul className="what-if-counts" aria-label="How much would differ">
        {entries.map(({ key, sign, words, count, title, to }) => (
          <li key={key}>
            <button
              type="button"
              className={`count-button ${count === 0 ? 'zero' : wayOf(sign)}`}
              title={title}
              onClick={() => onChange(to)}
            >
              <b>{count}</b>
              <span>
                <span aria-hidden="true">{sign} </span>
                {words}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {otherwise === undefined ? null : (
        <p className="quiet">
          <button type="button" className="link-button" title={otherwise.title} onClick={() => onChange(otherwise.to)}>
            {counted(otherwise.count, 'more row')} {otherwise.count === 1 ? 'is' : 'are'} not released for another
            reason than now
          </button>
        </p>
      )}
    </>
  );
};

const wayOf = (sign: string): string => (sign === '+' ? 'more' : sign === '−' ? 'less' : 'other');
