import { useCallback, useMemo, type CSSProperties, type ReactNode } from 'react';
import type { TraceView, ViewEdge, ViewNode } from '../../graph-model/trace-view.ts';
import { lanes, laneTitles, outcomeToneIn } from '../../graph-model/trace-view.ts';
import { outcomeTone, restrictionTone, tones, type Tone } from '../../graph-model/tone.ts';
import { keepsRestriction, type RestrictionFilter } from '../../graph-model/transforms/filter-restrictions.ts';
import { effectWords, outcomeWords, sentenceCase, standingWords } from '../../graph-model/words.ts';
import { SortedTable, type SortedColumn } from '../../ui/SortedTable.tsx';
import { countThings } from './outline-rows.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData, TraceData } from './trace-data.ts';

/** The same facts as the picture, as tables that draw what is in view. Every name is a button that selects what the picture would. */
export const TraceTable = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  readonly view: TraceView;
  readonly selected: string | undefined;
  readonly show: RestrictionFilter;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { trace, view, answer, show, selected, onSelect } = props;
  const pick = useCallback(
    (id: string, name: string): ReactNode => (
      <button type="button" className="text-button" aria-pressed={selected === id} onClick={() => onSelect(id)}>
        {name}
      </button>
    ),
    [selected, onSelect],
  );
  const restrictions = useMemo(
    () =>
      answer.restrictions
        .filter((entry) => keepsRestriction(show, entry))
        .map((entry) => ({ ...entry, id: entry.restriction.id })),
    [answer.restrictions, show],
  );
  const flows = useMemo(() => view.edges.filter((edge) => edge.kind === 'flow'), [view.edges]);
  const nodeColumns = useMemo(() => columnsOfNodes(pick), [pick]);
  const flowColumns = useMemo(() => columnsOfFlows(view, pick), [view, pick]);
  const restrictionColumns = useMemo(() => columnsOfRestrictions(trace, pick), [trace, pick]);
  return (
    <div className="tables trace-tables" tabIndex={0} role="region" aria-label="The trace as tables">
      <Titled title={`Systems, channels and audiences (${countThings(view.nodes)})`} rows={view.nodes.length}>
        {(label) => <SortedTable label={label} columns={nodeColumns} things={view.nodes} isMarked={isMarkedNode} />}
      </Titled>
      <Titled title={`Flows (${flows.length})`} rows={flows.length}>
        {(label) => <SortedTable label={label} columns={flowColumns} things={flows} isMarked={isMarkedEdge} />}
      </Titled>
      <Outcomes {...props} pick={pick} />
      <Titled
        title={`Restrictions (${restrictionCount(restrictions.length, answer.restrictions.length)})`}
        rows={restrictions.length}
      >
        {(label) => (
          <SortedTable label={label} columns={restrictionColumns} things={restrictions} isMarked={isUndocumented} />
        )}
      </Titled>
    </div>
  );
};

const isMarkedNode = ({ marked }: ViewNode): boolean => marked;
const isMarkedEdge = ({ tone }: ViewEdge): boolean => tone === 'undocumented';
const isUndocumented = ({ documentation }: Restriction): boolean => documentation === 'NONE';

const Titled = (props: {
  readonly title: string;
  readonly rows: number;
  readonly children: (label: string) => ReactNode;
}): ReactNode => (
  <div className="titled-table" style={{ '--rows': props.rows } as CSSProperties}>
    <p aria-hidden="true">{props.title}</p>
    {props.children(props.title)}
  </div>
);

type Pick = (id: string, name: string) => ReactNode;

const toned = (tone: Tone | undefined, words: string): ReactNode => (
  <span className="with-glyph">
    {tone === undefined ? null : <ToneGlyph tone={tone} size={18} />}
    {words}
  </span>
);

const wide = 'minmax(180px, 2fr)';
const narrow = 'minmax(110px, 1fr)';

/** Sorted by lane, as the picture goes from left to right. */
const columnsOfNodes = (pick: Pick): readonly SortedColumn<ViewNode>[] => [
  {
    key: 'lane',
    title: 'Lane',
    width: narrow,
    text: ({ lane }) => `${lanes.indexOf(lane)}`,
    show: ({ lane }) => laneTitles[lane],
  },
  { key: 'name', title: 'Name', width: wide, text: ({ name }) => name, show: ({ id, name }) => pick(id, name) },
  {
    key: 'status',
    title: 'Status',
    width: wide,
    text: ({ tone, status }) => `${tones.indexOf(tone)} ${status}`,
    show: ({ glyph, tone, status }) => toned(glyph ? tone : undefined, status),
  },
  { key: 'words', title: 'In words', width: 'minmax(260px, 4fr)', text: ({ sentence }) => sentence },
];

const columnsOfFlows = (view: TraceView, pick: Pick): readonly SortedColumn<ViewEdge>[] => {
  const nameById = new Map(view.nodes.map((node) => [node.id, node.name]));
  const nameOf = (id: string): string => nameById.get(id) ?? id;
  return [
    {
      key: 'from',
      title: 'From',
      width: wide,
      text: ({ source }) => nameOf(source),
      show: ({ id, source }) => pick(id, nameOf(source)),
    },
    { key: 'to', title: 'To', width: wide, text: ({ target }) => nameOf(target) },
    { key: 'how', title: 'How', width: wide, text: ({ label }) => label },
    {
      key: 'status',
      title: 'Status',
      width: wide,
      text: ({ tone, status }) => `${tones.indexOf(tone)} ${status}`,
      show: ({ tone, status }) => toned(tone, status),
    },
  ];
};

type Restriction = AnswerData['restrictions'][number] & { readonly id: string };

const columnsOfRestrictions = (trace: TraceData, pick: Pick): readonly SortedColumn<Restriction>[] => [
  {
    key: 'restriction',
    title: 'Restriction',
    width: wide,
    text: ({ restriction }) => restriction.name,
    show: ({ restriction }) => pick(`restriction:${restriction.id}`, restriction.name),
  },
  {
    key: 'effect',
    title: 'Effect',
    width: narrow,
    text: ({ restriction }) => sentenceCase(effectWords(restriction.effect)),
  },
  { key: 'place', title: 'Place', width: narrow, text: ({ place }) => (place === 'MET' ? 'Met' : 'Behind another') },
  {
    key: 'documentation',
    title: 'Documentation',
    width: wide,
    text: (entry) => `${tones.indexOf(restrictionTone(entry))}`,
    show: (entry) => toned(restrictionTone(entry), sentenceCase(standingWords(entry))),
  },
  {
    key: 'audiences',
    title: 'Audiences',
    width: wide,
    text: ({ audiences }) => audiences.map((id) => nameOfAudience(trace, id)).join(', '),
  },
];

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
