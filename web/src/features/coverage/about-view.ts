import type { CoverageQuery } from '../../gql/graphql.ts';
import { basisWords } from '../../graph-model/coverage/coverage-words.ts';
import { statement } from '../../graph-model/statement.ts';
import { listed, outcomeWords } from '../../graph-model/words.ts';
import { viewFacts } from '../../view/saved-about.ts';
import type { CoverageParams } from './use-coverage-params.ts';

/** What a saved matrix says below itself: what it counts, its day, what it is narrowed to, what is not in it, and what it is not. */
export const aboutView = (
  coverage: CoverageQuery['coverage'],
  params: CoverageParams,
  view: Parameters<typeof viewFacts>[0],
): readonly string[] => {
  const narrowed = [
    params.audience === undefined
      ? ''
      : `audience ${coverage.columns.find(({ audience }) => audience.id === params.audience)?.audience.name ?? params.audience}`,
    params.sideBySide ? 'portal, API and EHI export' : '',
    params.differing ? 'only what differs' : '',
    params.outcome === undefined ? '' : `outcome ${outcomeWords[params.outcome]}`,
    params.basis === undefined ? '' : `documentation: ${basisWords[params.basis]}`,
    params.text === undefined ? '' : `classes with "${params.text}"`,
  ].filter((each) => each !== '');
  const judged = params.rulePack === undefined ? '' : `, judged by the rule pack ${params.rulePack}`;
  return [
    coverage.sentence,
    `As of ${coverage.asOf}, at inventory revision ${coverage.revision}${judged}. ${narrowed.length === 0 ? 'Everything.' : `Narrowed to: ${narrowed.join('; ')}.`}`,
    ...viewFacts(view).map((fact) => `${fact}.`),
    ...(coverage.channelsForNobody.length === 0
      ? []
      : [
          `No audience is recorded for ${listed(coverage.channelsForNobody.map(({ name }) => name))}: not in the table.`,
        ]),
    statement,
  ];
};
