import type { ReactNode } from 'react';
import { outcomeTone } from '../../graph-model/tone.ts';
import { inventoryId, outcomeToneIn, viewId, type TraceView } from '../../graph-model/trace-view.ts';
import { outcomeWords, sentenceCase } from '../../graph-model/words.ts';
import { channelOf, type Selection } from './selection.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData, TraceData } from './trace-data.ts';

/** What the other channels do for the same audiences, or, for an audience, what every channel does for it. Nothing for a system or flow. */
export const OtherChannels = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  readonly view: TraceView;
  readonly selection: Selection;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const own = channelOf(props.selection);
  const audiences = audiencesOf(props.answer, props.selection);
  if (audiences.length === 0) return null;
  return (
    <section>
      <h3>{own === undefined ? 'What the channels do' : 'What other channels do'}</h3>
      {audiences.map((audience) => {
        const others = props.answer.channels.flatMap((entry) => {
          const outcome =
            entry.channel.id === own ? undefined : entry.outcomes.find((one) => one.audience === audience)?.outcome;
          return outcome === undefined ? [] : [{ channel: entry.channel, outcome }];
        });
        return (
          <div key={audience}>
            <h4 className="quiet">For {props.trace.audiences.find((one) => one.id === audience)?.name ?? audience}</h4>
            {others.length === 0 ? <p>No other channel is for this audience.</p> : null}
            <ul className="plain">
              {others.map(({ channel, outcome }) => (
                <li key={channel.id} className="with-glyph">
                  <ToneGlyph tone={outcomeToneIn(props.view, channel.id, audience, outcomeTone(outcome))} size={18} />
                  <button
                    type="button"
                    className="text-button"
                    onClick={() => props.onSelect(viewId('channel', channel.id))}
                  >
                    {channel.name}
                  </button>
                  <span className="quiet">{sentenceCase(outcomeWords[outcome])}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
};

const audiencesOf = (answer: AnswerData, selection: Selection): readonly string[] => {
  if (selection.concept === 'AUDIENCE' && selection.id !== undefined) return [selection.id];
  if (selection.edge?.kind === 'outcome') return [inventoryId(selection.edge.target)];
  const own = channelOf(selection);
  return answer.channels.find((entry) => entry.channel.id === own)?.outcomes.map((one) => one.audience) ?? [];
};
