import type { ReactNode } from 'react';
import { useSourceWords } from '../../api/use-source-words.ts';
import { basisWords } from '../../graph-model/basis-words.ts';
import { effectWords, sentenceCase } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import type { NameOf, RestrictionData } from './story-data.ts';
import { timeWords } from '../../ui/time-words.ts';

const conceptByType: Readonly<Record<string, string>> = {
  System: 'SYSTEM',
  Flow: 'FLOW',
  AccessChannel: 'ACCESS_CHANNEL',
};

/** What a restriction does, where, to whom and since when, and where the facts come from. */
export const RestrictionFacts = (props: {
  readonly restriction: RestrictionData;
  readonly nameOf: NameOf;
}): ReactNode => {
  const { restriction, nameOf } = props;
  const { appliesTo } = restriction;
  const source = useSourceWords(restriction.source);
  const selected = encodeURIComponent(`restriction:${restriction.id}`);
  return (
    <dl className="facts">
      <dt>Effect</dt>
      <dd>
        {sentenceCase(effectWords(restriction.effect))} the data
        {restriction.automated ? ', automatically for everybody' : ', decided case by case'}
      </dd>
      <dt>Practice</dt>
      <dd>{nameOf(restriction.practice)}</dd>
      <dt>At</dt>
      <dd>
        <Link
          href={`/record?concept=${conceptByType[appliesTo.__typename] ?? ''}&id=${encodeURIComponent(appliesTo.id)}`}
        >
          {appliesTo.name}
        </Link>
      </dd>
      <dt>Data classes</dt>
      <dd>
        {restriction.limits.length === 0
          ? 'every data class'
          : restriction.limits.map(({ id, name }, index) => (
              <span key={id}>
                {index === 0 ? '' : ', '}
                <Link href={`/trace?class=${encodeURIComponent(id)}&sel=${selected}`}>{name}</Link>
              </span>
            ))}
      </dd>
      <dt>Audiences</dt>
      <dd>{restriction.audiences.map(({ name }) => name).join(', ') || 'every audience'}</dd>
      <dt>Purposes</dt>
      <dd>{restriction.purposes.map(nameOf).join(', ') || 'every purpose'}</dd>
      <dt>Said to rest on</dt>
      <dd>{basisWords(restriction.basis)}</dd>
      <dt>Since</dt>
      <dd>
        {restriction.startedOn ?? 'no first day recorded'}
        {restriction.endedOn
          ? `, ended ${restriction.endedOn}${restriction.endReason ? `: ${restriction.endReason}` : ''}`
          : ''}
      </dd>
      <dt>Recorded</dt>
      <dd>
        {timeWords(restriction.recordedAt)}, {source}, {restriction.grade.toLowerCase()}
      </dd>
    </dl>
  );
};
