import type { ReactNode } from 'react';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { lanes, laneTitles, outcomeToneIn } from '../../graph-model/trace-view.ts';
import { outcomeTone, restrictionTone } from '../../graph-model/tone.ts';
import { keepsRestriction, type RestrictionFilter } from '../../graph-model/transforms/filter-restrictions.ts';
import { effectWords, outcomeWords, sentenceCase, standingWords } from '../../graph-model/words.ts';
import { countThings } from './outline-rows.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData, TraceData } from './trace-data.ts';

/** The same facts as the picture, as tables. Every name is a button that selects what the picture would. */
export const TraceTable = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  readonly view: TraceView;
  readonly selected: string | undefined;
  readonly show: RestrictionFilter;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { view, answer } = props;
  const restrictions = answer.restrictions.filter((entry) => keepsRestriction(props.show, entry));
  const nameById = new Map(view.nodes.map((node) => [node.id, node.name]));
  const pick = (id: string, name: string): ReactNode => (
    <button
      type="button"
      className="text-button"
      aria-pressed={props.selected === id}
      onClick={() => props.onSelect(id)}
    >
      {name}
    </button>
  );
  const flows = view.edges.filter((edge) => edge.kind === 'flow');
  return (
    <div className="tables" tabIndex={0} role="region" aria-label="The trace as tables">
      <table>
        <caption>Systems, channels and audiences ({countThings(view.nodes)})</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Lane</th>
            <th scope="col">Status</th>
            <th scope="col">In words</th>
          </tr>
        </thead>
        <tbody>
          {lanes.flatMap((lane) =>
            view.nodes
              .filter((node) => node.lane === lane)
              .map((node) => (
                <tr key={node.id} className={node.marked ? 'row-marked' : undefined}>
                  <th scope="row">{pick(node.id, node.name)}</th>
                  <td>{laneTitles[lane]}</td>
                  <td>
                    <span className="with-glyph">
                      {node.glyph ? <ToneGlyph tone={node.tone} size={18} /> : null}
                      {node.status}
                    </span>
                  </td>
                  <td>{node.sentence}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
      <table>
        <caption>Flows ({flows.length})</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">How</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((edge) => (
            <tr key={edge.id} className={edge.tone === 'undocumented' ? 'row-marked' : undefined}>
              <th scope="row">{pick(edge.id, nameById.get(edge.source) ?? edge.source)}</th>
              <td>{nameById.get(edge.target) ?? edge.target}</td>
              <td>{edge.label}</td>
              <td>
                <span className="with-glyph">
                  <ToneGlyph tone={edge.tone} size={18} />
                  {edge.status}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Outcomes {...props} pick={pick} />
      <table>
        <caption>Restrictions ({restrictionCount(restrictions.length, answer.restrictions.length)})</caption>
        <thead>
          <tr>
            <th scope="col">Restriction</th>
            <th scope="col">Effect</th>
            <th scope="col">Place</th>
            <th scope="col">Documentation</th>
            <th scope="col">Audiences</th>
          </tr>
        </thead>
        <tbody>
          {restrictions.map((entry) => (
            <tr key={entry.restriction.id} className={entry.documentation === 'NONE' ? 'row-marked' : undefined}>
              <th scope="row">{pick(`restriction:${entry.restriction.id}`, entry.restriction.name)}</th>
              <td>{sentenceCase(effectWords(entry.restriction.effect))}</td>
              <td>{entry.place === 'MET' ? 'Met' : 'Behind another'}</td>
              <td>
                <span className="with-glyph">
                  <ToneGlyph tone={restrictionTone(entry)} size={18} />
                  {sentenceCase(standingWords(entry))}
                </span>
              </td>
              <td>{entry.audiences.map((id) => nameOfAudience(props.trace, id)).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** `4`, or `2 of 4` where a filter leaves some out. */
const restrictionCount = (shown: number, all: number): string => (shown === all ? `${all}` : `${shown} of ${all}`);

const Outcomes = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  readonly view: TraceView;
  readonly pick: (id: string, name: string) => ReactNode;
}): ReactNode => {
  const { trace, answer, view, pick } = props;
  const audiences = trace.audiences.filter((audience) =>
    answer.channels.some((entry) => entry.outcomes.some((one) => one.audience === audience.id)),
  );
  return (
    <table>
      <caption>Outcomes by channel and audience</caption>
      <thead>
        <tr>
          <th scope="col">Channel</th>
          {audiences.map((audience) => (
            <th scope="col" key={audience.id}>
              {audience.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.channels.map((entry) => (
          <tr key={entry.channel.id}>
            <th scope="row">{pick(`channel:${entry.channel.id}`, entry.channel.name)}</th>
            {audiences.map((audience) => {
              const outcome = entry.outcomes.find((one) => one.audience === audience.id)?.outcome;
              return (
                <td key={audience.id}>
                  {outcome === undefined ? (
                    <span className="quiet">not for them</span>
                  ) : (
                    <span className="with-glyph">
                      <ToneGlyph
                        tone={outcomeToneIn(view, entry.channel.id, audience.id, outcomeTone(outcome))}
                        size={18}
                      />
                      {outcomeWords[outcome]}
                    </span>
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

const nameOfAudience = (trace: TraceData, id: string): string =>
  trace.audiences.find((audience) => audience.id === id)?.name ?? id;
