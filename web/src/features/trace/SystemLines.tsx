import type { ReactNode } from 'react';
import type { TraceView, ViewEdge, ViewNode } from '../../graph-model/trace-view.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData } from './trace-data.ts';

const roleWords = {
  ORIGIN: 'It is recorded as an origin: the data begins here.',
  COPY: 'It is recorded as holding a copy of what begins elsewhere.',
  TRANSIT: 'It is recorded as passing the data on.',
} as const;

/** What is around a system: how it holds the data, the flows in and out with how each fares, and the channels it serves with what comes of them. */
export const SystemLines = (props: {
  readonly answer: AnswerData;
  readonly view: TraceView;
  readonly node: ViewNode;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { node, view } = props;
  const entry = props.answer.systems.find((each) => `system:${each.system.id}` === node.id);
  const flows = view.edges.filter((edge) => edge.kind === 'flow');
  const nameOf = (id: string): string => view.nodes.find((each) => each.id === id)?.name ?? id;
  const lines = (
    title: string,
    edges: readonly ViewEdge[],
    name: (edge: ViewEdge) => string,
    none: string,
  ): ReactNode => (
    <section>
      <h3>{title}</h3>
      {edges.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="overview-list">
        {edges.map((edge) => (
          <li key={edge.id}>
            <button type="button" onClick={() => props.onSelect(edge.kind === 'serves' ? edge.target : edge.id)}>
              <ToneGlyph tone={edge.tone} size={18} />
              <span>
                {name(edge)}
                <br />
                <span className="quiet">{edge.label === '' ? edge.status : `${edge.label} · ${edge.status}`}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <section>
        <h3>How it holds the data</h3>
        <p>
          {entry?.role === null || entry?.role === undefined
            ? 'Nobody declared that it holds the data.'
            : roleWords[entry.role]}
        </p>
      </section>
      {lines(
        'Flows in',
        flows.filter((edge) => edge.target === node.id),
        (edge) => `from ${nameOf(edge.source)}`,
        'No flow brings the data here.',
      )}
      {lines(
        'Flows out',
        flows.filter((edge) => edge.source === node.id),
        (edge) => `to ${nameOf(edge.target)}`,
        'No flow takes the data on.',
      )}
      {lines(
        'Channels it serves',
        view.edges.filter((edge) => edge.kind === 'serves' && edge.source === node.id),
        (edge) => nameOf(edge.target),
        'It serves no channel that offers the data.',
      )}
    </>
  );
};
