import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { MapLine } from '../../graph-model/map/map-view.ts';
import { gradeWords, restrictionWords } from '../../graph-model/map/map-words.ts';
import { counted } from '../../graph-model/words.ts';
import { WhatIfLinks } from '../../editing/WhatIfLinks.tsx';
import { Link } from '../../ui/Link.tsx';
import { timeWords } from '../../ui/time-words.ts';
import { MapRestrictionsDocument } from './documents.ts';
import type { InspectorProps } from './MapInspector.tsx';
import { RestrictionLinks } from './RestrictionLinks.tsx';

const most = 20;

/** The story of one line: its ends, its flows with how well each is known, and what restricts them. */
export const LineStory = (props: InspectorProps & { readonly line: MapLine }): ReactNode => {
  const { line, view } = props;
  const name = (id: string): string => view.boxes.find((box) => box.id === id)?.name ?? id;
  const flows = line.flows.slice(0, most);
  return (
    <div className="story">
      <header>
        <h2>
          {name(line.source)} to {name(line.target)}
        </h2>
        <p className="quiet">{kindWords(line)}</p>
        <p className="story-status">
          {line.restrictions === 0 ? null : <ToneGlyph tone={line.tone} />}
          <span>{restrictionWords(line.tone, line.restrictions, line.marked)}</span>
        </p>
      </header>
      <section>
        <h3>Ends</h3>
        <p className="button-row">
          <button type="button" className="button" onClick={() => props.onGoTo(line.source)}>
            From {name(line.source)}
          </button>
          <button type="button" className="button" onClick={() => props.onGoTo(line.target)}>
            To {name(line.target)}
          </button>
        </p>
      </section>
      {flows.length === 0 ? null : (
        <section>
          <h3>{line.flows.length === 1 ? 'The flow' : `Flows (${line.flows.length})`}</h3>
          <ul className="plain flow-list">
            {flows.map((flow) => (
              <li key={flow.id}>
                <Link href={`/record?concept=FLOW&id=${encodeURIComponent(flow.id)}`}>{flow.name}</Link>
                <br />
                <span className="quiet">
                  {[
                    flow.protocol,
                    counted(flow.classes, 'data class', 'data classes'),
                    gradeWords(flow.grade),
                    `written ${timeWords(flow.updatedAt)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {flows.length === 1 ? <WhatIfLinks concept="FLOW" id={flow.id} /> : null}
                {flow.status ? <FlowRestrictions id={flow.id} asOf={props.map.asOf} /> : null}
              </li>
            ))}
          </ul>
          {line.flows.length > most ? (
            <p className="quiet">and {line.flows.length - most} more, in the table.</p>
          ) : null}
        </section>
      )}
    </div>
  );
};

const kindWords = (line: MapLine): string => {
  if (line.kind === 'serves') return 'System and the channel it serves';
  if (line.kind === 'bundle') return `${counted(line.members.length, 'line')} between groups, drawn as one`;
  return line.flows.length === 1 ? 'Flow' : `${line.flows.length} flows, drawn as one line`;
};

const FlowRestrictions = ({ id, asOf }: { readonly id: string; readonly asOf: string }): ReactNode => {
  const inspected = useQuery(MapRestrictionsDocument, { concept: 'FLOW', id, day: asOf });
  return <RestrictionLinks node={inspected.phase === 'ready' ? (inspected.data.node ?? undefined) : undefined} />;
};
