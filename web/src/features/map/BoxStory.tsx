import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { useKindNames } from '../../api/use-kind-names.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { kindName } from '../../graph-model/catalogue-words.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import type { MapBox } from '../../graph-model/map/map-view.ts';
import { gradeWords, hiddenWords, restrictionWords } from '../../graph-model/map/map-words.ts';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { timeWords } from '../../ui/time-words.ts';
import { BoxLines } from './BoxLines.tsx';
import { MapRestrictionsDocument } from './documents.ts';
import type { InspectorProps } from './MapInspector.tsx';
import { NextSteps } from './NextSteps.tsx';
import { ClassLinks, RestrictionLinks } from './RestrictionLinks.tsx';

/** The story of one box: what it is, who runs and owns it, how well it is known, what restricts it, what is around it and not shown, and what to do next. */
export const BoxStory = (props: InspectorProps & { readonly box: MapBox }): ReactNode => {
  const { box } = props;
  const kindNames = useKindNames();
  const thing = thingOf(box.id);
  const inspected = useQuery(
    MapRestrictionsDocument,
    thing === undefined ? undefined : { ...thing, day: props.map.asOf },
  );
  const node = inspected.phase === 'ready' ? (inspected.data.node ?? undefined) : undefined;
  const hidden = hiddenWords(box.hidden);
  const facts = box.thing;
  const open = props.params.open.includes(box.id);
  return (
    <div className="story">
      <header>
        <h2>{box.name}</h2>
        <p className="quiet">{subtitleOf(box, open, kindNames)}</p>
        <p className="story-status">
          {box.restrictions === 0 ? null : <ToneGlyph tone={box.tone} />}
          <span>{restrictionWords(box.tone, box.restrictions, box.marked)}</span>
        </p>
        {box.sign === undefined || box.sign.shape.startsWith('tone:') ? null : <p>{sentenceCase(box.sign.words)}.</p>}
      </header>
      <NextSteps {...props} boxes={[box]} />
      {box.kind === 'group' ? (
        <section>
          <h3>Inside</h3>
          <p>{box.sentence}</p>
          <button type="button" className="button" onClick={() => props.actions.openGroup(box.id, !open)}>
            {open ? 'Fold it into one box' : `Open it: ${counted(box.members.length, 'thing')}`}
          </button>
        </section>
      ) : null}
      {hidden === undefined || box.kind === 'group' ? null : (
        <section>
          <h3>Neighbours that are not shown</h3>
          <p>{sentenceCase(hidden)}.</p>
          <p className="button-row">
            {box.hidden.in === 0 ? null : (
              <button type="button" className="button" onClick={() => props.actions.expand(box.id, 'IN')}>
                Show {box.hidden.in} before it
              </button>
            )}
            {box.hidden.out === 0 ? null : (
              <button type="button" className="button" onClick={() => props.actions.expand(box.id, 'OUT')}>
                Show {box.hidden.out} after it
              </button>
            )}
          </p>
        </section>
      )}
      {box.restrictions === 0 || box.kind === 'group' ? null : (
        <section>
          <h3>What restricts it</h3>
          <RestrictionLinks node={node} />
        </section>
      )}
      {facts === undefined ? null : (
        <section>
          <h3>What is recorded</h3>
          {node?.description ? <p>{node.description}</p> : null}
          <dl className="facts">
            <Fact name="Organization" value={facts.organization?.name ?? 'nobody recorded'} />
            {facts.concept === 'SYSTEM' ? (
              <>
                <Fact name="Zone" value={facts.zone ?? 'none recorded'} />
                <Fact name="Owner" value={facts.custodian ?? 'nobody recorded'} />
                <Fact name="Vendor" value={facts.vendor ?? 'none recorded'} />
              </>
            ) : null}
            <Fact name="Grade" value={gradeWords(facts.grade)} />
            <Fact name="Last written" value={`${timeWords(facts.updatedAt)}, revision ${facts.revision}`} />
          </dl>
        </section>
      )}
      <BoxLines {...props} />
      {node === undefined ? null : <ClassLinks node={node} box={box} />}
    </div>
  );
};

const subtitleOf = (box: MapBox, open: boolean, kindNames: ReadonlyMap<string, string>): string => {
  if (box.thing === undefined) return open ? 'Group, open' : 'Group, folded into one';
  const kind = box.kind === 'system' ? 'System' : 'Access channel';
  return [kind, kindName(box.thing.kind, kindNames), box.thing.organization?.name].filter(Boolean).join(' · ');
};

const Fact = ({ name, value }: { readonly name: string; readonly value: string }): ReactNode => (
  <div className="fact">
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
