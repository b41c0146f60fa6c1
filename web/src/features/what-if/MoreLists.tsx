import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import type { WhatIfData } from './use-what-if.ts';
import type { ParamChange } from './use-what-if-params.ts';

/** Which classes would be stranded or no longer, whom it concerns, and which restrictions would be judged otherwise. */
export const MoreLists = (props: {
  readonly answer: WhatIfData;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { answer, onChange } = props;
  return (
    <div className="what-if-lists">
      <Strands title="Newly stranded" none="No class would be stranded." turns={answer.stranded} onChange={onChange} />
      <Strands
        title="No longer stranded"
        none="No class would cease to be stranded."
        turns={answer.unstranded}
        onChange={onChange}
      />
      <section aria-label="Whom it concerns">
        <h2>Whom it concerns</h2>
        {answer.counts.audiences.length === 0 ? <p className="quiet">No audience.</p> : null}
        <ul className="plain">
          {answer.counts.audiences.map((effect) => (
            <li key={effect.audience.id}>
              {effect.audience.name}: {effectWords(effect)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Restrictions judged otherwise">
        <h2>Restrictions judged otherwise ({answer.verdicts.length})</h2>
        {answer.verdicts.length === 0 ? <p className="quiet">No restriction would be judged otherwise.</p> : null}
        <ul className="plain">
          {answer.verdicts.map(({ restriction, sentence }) => (
            <li key={restriction.id}>
              <Link href={`/restriction?id=${encodeURIComponent(restriction.id)}`}>{restriction.name}</Link>: {sentence}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};

const Strands = (props: {
  readonly title: string;
  readonly none: string;
  readonly turns: WhatIfData['stranded'];
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => (
  <section aria-label={props.title}>
    <h2>
      {props.title} ({props.turns.length})
    </h2>
    {props.turns.length === 0 ? <p className="quiet">{props.none}</p> : null}
    <ul className="plain">
      {props.turns.map(({ dataClass, sentence }) => (
        <li key={dataClass.id}>
          {sentence}{' '}
          <button
            type="button"
            className="text-button"
            aria-label={`Show ${dataClass.name} in the picture`}
            onClick={() =>
              props.onChange({ look: 'picture', dataClass: dataClass.id, part: undefined, selected: undefined })
            }
          >
            Show it
          </button>
        </li>
      ))}
    </ul>
  </section>
);

type Effect = WhatIfData['counts']['audiences'][number];

/** Of how many classes what differs, in words. Pure. */
export const effectWords = (effect: Effect): string =>
  (
    [
      ['on no channel any more', effect.nowhereAnyMore],
      ['on fewer channels', effect.fewerChannels],
      ['released for the first time', effect.firstReleased],
      ['on more channels', effect.moreChannels],
      ['otherwise', effect.otherwise],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${count} ${count === 1 ? 'class' : 'classes'} ${words}`)
    .join(', ');
