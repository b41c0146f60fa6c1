import { useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { counted } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { announce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { ExamplesDocument } from './example-documents.ts';
import { audienceOf, busiestChannel, mostMetUndocumented, unreachedClasses } from './examples.ts';
import { newId } from './new-id.ts';
import { withChanges } from './sandbox.ts';
import { changeSandbox } from './sandbox-store.ts';
import { suppose } from './suppose.ts';
import { mostAsked, useSmallest, type SmallestSet } from './use-smallest.ts';

const noVariables = {};

/** What stands where nothing is supposed yet: three what-ifs made from the inventory itself, each begun with one press. */
export const Examples = (): ReactNode => {
  const query = useQuery(ExamplesDocument, noVariables);
  const [trouble, setTrouble] = useState<string>();
  const data = query.phase === 'ready' ? query.data.coverage : undefined;
  const audience = useMemo(() => (data === undefined ? undefined : audienceOf(data)), [data]);
  const unreached = useMemo(
    () => (data === undefined || audience === undefined ? undefined : unreachedClasses(data, audience.id)),
    [data, audience],
  );
  const smallest = useSmallest(unreached, audience?.id);
  const busiest = data === undefined || audience === undefined ? undefined : busiestChannel(data, audience.id);
  const undocumented = data === undefined ? undefined : mostMetUndocumented(data);
  const run = (asked: Promise<string | undefined>): void => void asked.then(setTrouble);
  return (
    <div className="what-if-examples">
      <h1>Nothing is supposed yet</h1>
      <p>
        Say on the left what is down, what is lifted, what ends, changes or comes: here stands at once what would be
        released otherwise, what would be stranded, and which findings would open and close. Nothing is written.
      </p>
      {query.phase === 'failed' ? (
        <FailedNotice title="No examples could be made." message={query.error.message} onRetry={query.retry} />
      ) : data === undefined ? (
        <Notice kind="loading" title="Looking for examples in this inventory." />
      ) : (
        <section aria-label="Examples from this inventory">
          <h2>For example, from this inventory</h2>
          <ul className="plain">
            {busiest === undefined || audience === undefined ? null : (
              <Example
                title={`${busiest.channel.name} is down`}
                why={`No channel releases more to ${audience.name}: ${counted(busiest.classes, 'data class', 'data classes')}.`}
                onPress={() => run(suppose('down', { concept: 'ACCESS_CHANNEL', id: busiest.channel.id }))}
              />
            )}
            {undocumented === undefined ? null : (
              <Example
                title={`${undocumented.restriction.name} is lifted`}
                why={`No documented exception is recorded for it, and no other such restriction is met in more cells of the matrix: ${counted(undocumented.cells, 'cell')}.`}
                onPress={() => run(suppose('lifted', { concept: 'RESTRICTION', id: undocumented.restriction.id }))}
              />
            )}
            {audience === undefined || unreached === undefined || unreached.length === 0 ? null : smallest ===
              undefined ? (
              <li>
                <Notice kind="loading" title="Looking for the smallest change that would release something more." />
              </li>
            ) : smallest === null ? null : (
              <Example
                title={`${smallest.dataClass.name} reaches ${audience.name}`}
                why={`${onNoChannel(unreached.length, audience.name)} ${changesWords(smallest)}`}
                onPress={() => {
                  changeSandbox((sandbox) => withChanges({ ...sandbox, reopened: [] }, smallest.changes, newId));
                  announce(`Supposed: ${smallest.words.join(' ')}`);
                }}
              >
                <Link
                  href={`/what-if?page=release&class=${encodeURIComponent(smallest.dataClass.id)}&audience=${encodeURIComponent(audience.id)}`}
                >
                  All the ways to release it
                </Link>
              </Example>
            )}
          </ul>
          {busiest === undefined && undocumented === undefined && (smallest === null || unreached?.length === 0) ? (
            <p className="quiet">
              This inventory has no example to offer: no channel releases anything, and no restriction is met.
            </p>
          ) : null}
        </section>
      )}
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
};

const onNoChannel = (classes: number, audience: string): string =>
  `${counted(classes, 'data class reaches', 'data classes reach')} ${audience} on no channel${
    classes > mostAsked ? `; of the first ${mostAsked} the fewest changes release this one.` : '.'
  }`;

const changesWords = ({ words, requiredByLaw }: SmallestSet): string =>
  `${counted(words.length, 'change')}: ${words.join(' ')}${
    requiredByLaw ? ' § Among them is what is recorded as required by law: counsel decides.' : ''
  }`;

const Example = (props: {
  readonly title: string;
  readonly why: string;
  readonly onPress: () => void;
  readonly children?: ReactNode;
}): ReactNode => (
  <li className="sheet">
    <button type="button" className="button primary" onClick={props.onPress}>
      {props.title}
    </button>
    <p>{props.why}</p>
    {props.children}
  </li>
);
