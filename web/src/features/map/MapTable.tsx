import { useState, type ReactNode } from 'react';
import { Sign } from '../../graph-canvas/map/Sign.tsx';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { MapBox, MapLine, MapView } from '../../graph-model/map/map-view.ts';
import { hiddenWords, restrictionWords } from '../../graph-model/map/map-words.ts';

const page = 200;

/** The same facts as the picture, as tables. Every name is a button that selects what the picture would. */
export const MapTable = (props: {
  readonly view: MapView;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { boxes, lines } = props.view;
  const [rows, setRows] = useState(page);
  const nameById = new Map(boxes.map((box) => [box.id, box.name]));
  const pick = (id: string, name: string): ReactNode => (
    <button
      type="button"
      className="text-button"
      aria-pressed={props.selected.has(id)}
      onClick={() => props.onSelect(id)}
    >
      {name}
    </button>
  );
  const status = (thing: MapBox | MapLine): ReactNode => (
    <span className="with-glyph">
      {thing.restrictions === 0 ? null : <ToneGlyph tone={thing.tone} size={18} />}
      {restrictionWords(thing.tone, thing.restrictions, thing.marked)}
    </span>
  );
  const overlay = ({ sign }: MapBox | MapLine): ReactNode =>
    sign === undefined || sign.shape.startsWith('tone:') ? null : (
      <span className="with-glyph">
        <Sign shape={sign.shape} />
        {sign.words}
      </span>
    );
  const longest = Math.max(boxes.length, lines.length);
  return (
    <div className="tables" tabIndex={0} role="region" aria-label="The map as tables">
      <table>
        <caption>Systems and channels ({boxes.length})</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">What</th>
            <th scope="col">Organization</th>
            <th scope="col">Zone</th>
            <th scope="col">Owner</th>
            <th scope="col">Status</th>
            <th scope="col">Overlay</th>
            <th scope="col">Not shown</th>
          </tr>
        </thead>
        <tbody>
          {boxes.slice(0, rows).map((box) => (
            <tr key={box.id} className={box.tone === 'undocumented' ? 'row-marked' : undefined}>
              <th scope="row">{pick(box.id, box.name)}</th>
              <td>{box.kind === 'system' ? 'System' : 'Access channel'}</td>
              <td>{box.thing?.organization?.name}</td>
              <td>{box.thing?.zone}</td>
              <td>{box.thing?.custodian}</td>
              <td>{status(box)}</td>
              <td>{overlay(box)}</td>
              <td>{hiddenWords(box.hidden)?.replace('not shown: ', '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Lines ({lines.length})</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What</th>
            <th scope="col">Status</th>
            <th scope="col">Overlay</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, rows).map((line) => (
            <tr key={line.id} className={line.tone === 'undocumented' ? 'row-marked' : undefined}>
              <th scope="row">{pick(line.id, nameById.get(line.source) ?? line.source)}</th>
              <td>{nameById.get(line.target) ?? line.target}</td>
              <td>
                {line.kind === 'serves'
                  ? 'serves the channel'
                  : line.flows.map((flow) => [flow.name, flow.protocol].filter(Boolean).join(', ')).join('; ')}
              </td>
              <td>{status(line)}</td>
              <td>{overlay(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {longest > rows ? (
        <p>
          <button type="button" className="button" onClick={() => setRows(rows + page)}>
            Show {page} more rows of each
          </button>{' '}
          <span className="quiet">Save CSV has all of them.</span>
        </p>
      ) : null}
    </div>
  );
};
