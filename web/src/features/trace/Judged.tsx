import type { ReactNode } from 'react';
import type { RestrictionStoryQuery } from '../../gql/graphql.ts';
import { listed } from '../../graph-model/words.ts';

type Verdict = NonNullable<RestrictionStoryQuery['restriction']>['verdict'];

/** What a restriction comes to under the rule pack: for each part the sentence, and what is still missing. Says that counsel decides. */
export const Judged = ({ verdict }: { readonly verdict: Verdict }): ReactNode => (
  <section>
    <h3>Judged by the rule pack</h3>
    <p>{verdict.sentence}</p>
    <ul className="plain claims">
      {verdict.parts.map((part) => (
        <li key={partKey(part)}>
          {verdict.parts.length === 1 ? null : (
            <strong>
              {part.classes.length === 0 ? 'Every other data class' : listed(part.classes.map(({ name }) => name))}
              {part.audiences.length === 0 ? '' : `, for ${listed(part.audiences.map(({ name }) => name))}`}
            </strong>
          )}
          <p>{part.sentence}</p>
          {part.missing.length === 0 ? null : (
            <details>
              <summary>What is missing ({part.missing.length})</summary>
              <ul className="plain">
                {part.missing.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
    <p className="quiet">
      As of {verdict.asOf}, rule pack {verdict.rulePack}, data of {verdict.rulePackVersion}. It documents; counsel
      decides.
    </p>
  </section>
);

const partKey = ({ classes, audiences, sentence }: Verdict['parts'][number]): string =>
  [...classes.map(({ id }) => id), ...audiences.map(({ id }) => id), sentence].join(' ');
