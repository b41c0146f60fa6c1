import { useState, type ReactNode } from 'react';
import { outcomeTone } from '../../graph-model/tone.ts';
import { counted, outcomeWords, sentenceCase } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { partName } from './PartSwitcher.tsx';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { TraceData } from './trace-data.ts';
import { withTraceParams } from './use-trace-params.ts';

/** From how many parts on they can be searched. */
const searchedFrom = 12;

/**
 * A class that is nothing apart from its parts: the parts' answers, each a link to it, and what comes of all parts together per channel
 * and audience. Stands where the picture would be empty.
 */
export const PartsAnswers = ({ trace }: { readonly trace: TraceData }): ReactNode => {
  const [sought, setSought] = useState('');
  const parts = trace.answers.reduce((sum, answer) => sum + answer.parts.length, 0);
  // The rest of the class, which has nothing to show, comes last.
  const inOrder = [
    ...trace.answers.filter((answer) => !answer.isRest),
    ...trace.answers.filter((answer) => answer.isRest),
  ];
  const answers = inOrder.map((answer) => ({ answer, parts: answer.parts.filter(named(sought)) }));
  const found = answers.filter((each) => each.parts.length > 0);
  return (
    <div className="tables" tabIndex={0} role="region" aria-label="The answers of the parts">
      <section>
        <h2>Parts by answer</h2>
        <p className="quiet">
          Apart from its parts nothing is recorded of {trace.dataClass.name}. Choose a part to see its picture and
          paths.
        </p>
        {parts < searchedFrom ? null : (
          <p>
            <label htmlFor="parts-search">Find a part</label>{' '}
            <input id="parts-search" type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
          </p>
        )}
        {found.length === 0 ? <p>No part has “{sought}” in its name.</p> : null}
        {found.map((each) => (
          <article key={each.answer.id} className="parts-answer">
            <h3>
              {each.answer.parts.length === 1
                ? each.parts.map((part) => <PartLink key={part.id} part={part} whole={trace.dataClass.id} />)
                : `${counted(each.answer.parts.length, 'part')} with one answer`}
            </h3>
            <p>{each.answer.sentence}</p>
            {each.answer.parts.length === 1 ? null : (
              <ul className="plain columns">
                {each.parts.map((part) => (
                  <li key={part.id}>
                    <PartLink part={part} whole={trace.dataClass.id} />
                  </li>
                ))}
              </ul>
            )}
          </article>
        ))}
      </section>
      <Together trace={trace} />
    </div>
  );
};

const PartLink = (props: {
  readonly part: { readonly id: string; readonly name: string };
  readonly whole: string;
}): ReactNode => {
  const { part, whole } = props;
  return (
    <Link href={withTraceParams(new URL(location.href), { part: part.id, selected: undefined, path: undefined })}>
      {part.id === whole ? partName({ parts: [part], isRest: true }, part.name) : part.name}
    </Link>
  );
};

const named =
  (sought: string) =>
  (part: { readonly name: string }): boolean =>
    part.name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase());

const Together = ({ trace }: { readonly trace: TraceData }): ReactNode => {
  const channels = new Map(trace.outcomes.map((entry) => [entry.channel.id, entry.channel.name]));
  const audiences = trace.audiences.filter((audience) =>
    trace.outcomes.some((entry) => entry.audience.id === audience.id),
  );
  if (channels.size === 0) return <p>No channel is recorded for any part.</p>;
  return (
    <table>
      <caption>All parts together, by channel and audience</caption>
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
        {[...channels].map(([id, name]) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {audiences.map((audience) => {
              const outcome = trace.outcomes.find(
                (entry) => entry.channel.id === id && entry.audience.id === audience.id,
              )?.outcome;
              return (
                <td key={audience.id}>
                  {outcome === undefined ? (
                    <span className="quiet">not for them</span>
                  ) : (
                    <span className="with-glyph">
                      <ToneGlyph tone={outcomeTone(outcome)} size={18} />
                      {sentenceCase(outcomeWords[outcome])}
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

/** Whether an answer is better shown by its parts: none was asked for, there are some, and apart from them there is nothing. */
export const showsParts = (trace: TraceData, part: string | undefined): boolean =>
  (part === undefined || part === '') && trace.answers.length > 1 && trace.answer?.systems.length === 0;
