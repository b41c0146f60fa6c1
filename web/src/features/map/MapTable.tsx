import { useMemo, useState, type ReactNode } from 'react';
import { Sign } from '../../graph-canvas/map/Sign.tsx';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { MapBox, MapLine, MapView } from '../../graph-model/map/map-view.ts';
import { hiddenWords, restrictionWords } from '../../graph-model/map/map-words.ts';
import { tones } from '../../graph-model/tone.ts';
import { SortedTable, type SortedColumn } from '../../ui/SortedTable.tsx';

/** The same facts as the picture, as tables that are sorted by any column. Every name is a button that selects what the picture would. */
export const MapTable = (props: {
  readonly view: MapView;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { view, selected, onSelect } = props;
  const [shown, setShown] = useState<'things' | 'lines'>('things');
  const { things, lines } = useMemo(() => columnsOf(view, selected, onSelect), [view, selected, onSelect]);
  return (
    <div className="tables map-tables" role="region" aria-label="The map as tables">
      <div className="view-switch" role="group" aria-label="Which table">
        <button type="button" className="button" aria-pressed={shown === 'things'} onClick={() => setShown('things')}>
          Systems and channels ({view.boxes.length})
        </button>
        <button type="button" className="button" aria-pressed={shown === 'lines'} onClick={() => setShown('lines')}>
          Lines ({view.lines.length})
        </button>
      </div>
      {shown === 'things' ? (
        <SortedTable
          key="things"
          label="Systems and channels"
          columns={things}
          things={view.boxes}
          isMarked={isUndocumented}
        />
      ) : (
        <SortedTable key="lines" label="Lines" columns={lines} things={view.lines} isMarked={isUndocumented} />
      )}
    </div>
  );
};

const isUndocumented = ({ tone }: MapBox | MapLine): boolean => tone === 'undocumented';

const columnsOf = (
  view: MapView,
  selected: ReadonlySet<string>,
  onSelect: (id: string) => void,
): { readonly things: readonly SortedColumn<MapBox>[]; readonly lines: readonly SortedColumn<MapLine>[] } => {
  const nameById = new Map(view.boxes.map((box) => [box.id, box.name]));
  const nameOf = (id: string): string => nameById.get(id) ?? id;
  const pick = (id: string, name: string): ReactNode => (
    <button type="button" className="text-button" aria-pressed={selected.has(id)} onClick={() => onSelect(id)}>
      {name}
    </button>
  );
  const status = <T extends MapBox | MapLine>(): SortedColumn<T> => ({
    key: 'status',
    title: 'Status',
    width: 'minmax(200px, 2fr)',
    // Worst first, as everywhere.
    text: (thing) => `${thing.restrictions === 0 ? 99 : tones.indexOf(thing.tone)}`,
    show: (thing) => (
      <span className="with-glyph">
        {thing.restrictions === 0 ? null : <ToneGlyph tone={thing.tone} size={18} />}
        {restrictionWords(thing.tone, thing.restrictions, thing.marked)}
      </span>
    ),
  });
  const overlay = <T extends MapBox | MapLine>(): SortedColumn<T> => ({
    key: 'overlay',
    title: 'Overlay',
    width: 'minmax(140px, 1fr)',
    text: ({ sign }) => sign?.words ?? '',
    show: ({ sign }) =>
      sign === undefined || sign.shape.startsWith('tone:') ? null : (
        <span className="with-glyph">
          <Sign shape={sign.shape} />
          {sign.words}
        </span>
      ),
  });
  const plain = <T,>(key: string, title: string, text: (thing: T) => string): SortedColumn<T> => ({
    key,
    title,
    width: 'minmax(110px, 1fr)',
    text,
  });
  return {
    things: [
      {
        ...plain<MapBox>('name', 'Name', ({ name }) => name),
        width: 'minmax(180px, 2fr)',
        show: ({ id, name }) => pick(id, name),
      },
      plain('what', 'What', ({ kind }) => (kind === 'system' ? 'System' : 'Access channel')),
      plain('organization', 'Organization', ({ thing }) => thing?.organization?.name ?? ''),
      plain('zone', 'Zone', ({ thing }) => thing?.zone ?? ''),
      plain('owner', 'Owner', ({ thing }) => thing?.custodian ?? ''),
      status(),
      overlay(),
      plain('hidden', 'Not shown', ({ hidden }) => hiddenWords(hidden)?.replace('not shown: ', '') ?? ''),
    ],
    lines: [
      {
        ...plain<MapLine>('from', 'From', ({ source }) => nameOf(source)),
        width: 'minmax(180px, 2fr)',
        show: ({ id, source }) => pick(id, nameOf(source)),
      },
      plain('to', 'To', ({ target }) => nameOf(target)),
      plain('what', 'What', whatRuns),
      status(),
      overlay(),
    ],
  };
};

const whatRuns = ({ kind, flows }: MapLine): string =>
  kind === 'serves'
    ? 'serves the channel'
    : flows.map((flow) => [flow.name, flow.protocol].filter(Boolean).join(', ')).join('; ');
