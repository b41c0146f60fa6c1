import { useId, useState, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { kindName, type KindNames } from '../../graph-model/catalogue-words.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import {
  becauseOf,
  classSigns,
  isReadyToAccept,
  nameAmong,
  nothingWords,
  whereSeen,
  type ItemData,
} from './reconciled-item.ts';
import { Thing } from './Thing.tsx';
import { standingGlyphs, standingWords } from '../../graph-model/observed-standing.ts';
import { decisionWords, factWords, fieldWords, statusMeaning } from './words.ts';

/** How many classes and candidates a row shows; its details show all. */
const few = 2;

/** One thing that was seen beside what is declared, with the way to decide about it, and its details when they are opened. */
export const ItemRow = (props: {
  readonly item: ItemData;
  readonly selected: boolean;
  /** Absent where there is nothing to decide. */
  readonly onToggle: (() => void) | undefined;
  readonly running: boolean;
  readonly onAccept: (item: ItemData) => void;
  readonly onDecide: (item: ItemData) => void;
}): ReactNode => {
  const { item, onToggle } = props;
  const { name } = item.observation;
  const [open, setOpen] = useState(false);
  const detail = useId();
  return (
    <tbody className={props.selected ? 'row-selected' : undefined}>
      <tr data-observation={item.observation.id}>
        <td>
          {onToggle === undefined ? null : (
            <label className="tick">
              <input type="checkbox" checked={props.selected} onChange={onToggle} />
              <span className="unseen">Select {name}</span>
            </label>
          )}
        </td>
        <td>
          <Status item={item} />
        </td>
        <th scope="row">
          <Observed item={item} />
          <span className="quiet seen-at">{whereSeen(item)} </span>
          <button
            type="button"
            className="link-button"
            aria-expanded={open}
            aria-controls={open ? detail : undefined}
            aria-label={`Details of ${name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? '▾' : '▸'} Details
          </button>
        </th>
        <td>
          <Declared item={item} />
        </td>
        <td>
          <Decision {...props} />
        </td>
      </tr>
      {open ? (
        <tr id={detail} className="detail-row">
          <td />
          <td colSpan={4}>
            <ItemDetail item={item} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
};

const Status = ({ item: { status } }: { readonly item: ItemData }): ReactNode => {
  const [glyph, color] = standingGlyphs[status];
  return (
    <>
      <span className="with-glyph status-words">
        <Glyph name={glyph} color={color} />
        {sentenceCase(standingWords[status])}
      </span>
      <span className="quiet">{statusMeaning[status]}</span>
    </>
  );
};

const Observed = ({ item }: { readonly item: ItemData }): ReactNode => {
  const signs = classSigns(item);
  return (
    <>
      <span className="quiet">
        {sentenceCase(factWords[item.fact])}
        {item.certainty ? ` · ${item.certainty.toLowerCase()}` : ''}
      </span>
      <span className="item-name">{item.observation.name}</span>
      {item.about === '' ? null : <span>{aboutWords(item)}</span>}
      <Differences item={item} side="observed" />
      {signs.slice(0, few).map(({ key, words }) => (
        <span key={key}>{words}</span>
      ))}
      {signs.length > few ? (
        <span className="quiet">and {signs.length - few} more signs of data classes in the details</span>
      ) : null}
    </>
  );
};

const aboutWords = ({ fact, about }: ItemData): string => {
  switch (fact) {
    case 'CHANNEL':
      return `served by ${about}`;
    case 'HOLDING':
      return `held by ${about}`;
    case 'FILTER':
      return `at ${about}`;
    default:
      return about;
  }
};

const Declared = ({ item }: { readonly item: ItemData }): ReactNode => {
  const { match } = item;
  // The class of a table stands with what was observed already.
  const candidates = item.fact === 'HOLDING' && item.status === 'OBSERVED_ONLY' ? [] : item.candidates;
  if (item.status === 'NOTED') return null;
  return (
    <>
      {match ? (
        <>
          <span className="item-name">
            <Thing {...match} />
          </span>
          <span className="quiet">{becauseOf(match.reasons)}</span>
        </>
      ) : (
        <span>{nothingWords(item)}</span>
      )}
      <Differences item={item} side="declared" />
      {candidates.slice(0, few).map((candidate) => (
        <span key={candidate.id}>
          Perhaps {nameAmong(candidate, candidates)} <span className="quiet">{becauseOf(candidate.reasons)}</span>
        </span>
      ))}
      {candidates.length > few ? (
        <span className="quiet">and {candidates.length - few} more that it could be, in the details</span>
      ) : null}
    </>
  );
};

/** What one side says where the two differ, said in words so that it does not take colour to see. */
const Differences = ({
  item,
  side,
}: {
  readonly item: ItemData;
  readonly side: 'declared' | 'observed';
}): ReactNode => {
  const names = useKindNames();
  return item.differences.map((each) => (
    <span key={`${each.field} ${each.declared} ${each.observed}`} className="differs">
      <span aria-hidden="true">≠ </span>
      {fieldWords(each.field)}: <strong>{said(each[side], each.field, side, names)}</strong>
      <span className="unseen">, which differs</span>
    </span>
  ));
};

const said = (value: string, field: string, side: 'declared' | 'observed', names: KindNames): string => {
  if (value === '') return side === 'declared' ? 'not declared' : 'not in the file, which is complete';
  return field === 'kind' ? kindName(value, names) : value;
};

const Decision = (props: Parameters<typeof ItemRow>[0]): ReactNode => {
  const { item, running } = props;
  const { name, decision, decidedBy, decidedAt, decisionReason } = item.observation;
  const isRead = props.onToggle === undefined;
  if (isRead && !decision) return <span className="quiet">Only to be read.</span>;
  return (
    <>
      {decision ? (
        <span>
          {sentenceCase(decisionWords[decision])}{' '}
          <span className="quiet">
            {decidedBy}, {decidedAt?.slice(0, 10)}
            {decisionReason ? `: ${decisionReason}` : ''}
          </span>
        </span>
      ) : null}
      {isRead ? null : (
        <span className="row">
          {isReadyToAccept(item) ? (
            <button
              type="button"
              className="button"
              aria-label={`Accept ${name}`}
              aria-disabled={running}
              onClick={() => props.onAccept(item)}
            >
              Accept
            </button>
          ) : null}
          <button
            type="button"
            className="button"
            aria-label={`Decide… about ${name}`}
            onClick={() => props.onDecide(item)}
          >
            Decide…
          </button>
        </span>
      )}
    </>
  );
};
