import { useMemo } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import { witnessLinks } from '../../graph-model/witness-link.ts';
import { setPresented } from '../../present/presented.ts';
import { useOfferWalk, type Walk } from '../../present/walk.ts';
import type { FindingData } from './finding-data.ts';
import type { FindingsList } from './use-findings.ts';
import { dueWords, levelWords, ownerWords, stateWords } from './words.ts';

/** Offers the presenter the findings that fit, one after the other. Returns the one that is spoken of, here or in the tab that is followed. */
export const useFindingWalk = (
  list: FindingsList,
  presented: string | undefined,
  asOf: string | undefined,
): FindingData | undefined => {
  const { findings, total, hasMore, more } = list;
  const at = presented === undefined ? -1 : findings.findIndex(({ id }) => id === presented);
  const finding = findings[at];
  const walk = useMemo((): Walk => {
    const count = total ?? findings.length;
    return {
      item: 'finding',
      at: at === -1 ? undefined : at,
      ready: findings.length,
      isComing: total === undefined,
      more: hasMore || total === undefined ? more : undefined,
      position: at === -1 ? `${count} findings, exact` : `Finding ${at + 1} of ${count}, exact`,
      sentence: finding?.explanation,
      spotlight: [],
      steps: [],
      facts: finding === undefined ? [] : factsOf(finding, asOf),
      go: (number) => setPresented({ finding: findings[number]?.id }),
    };
  }, [findings, total, hasMore, more, at, finding, asOf]);
  useOfferWalk(walk);
  return finding;
};

const factsOf = (finding: FindingData, asOf: string | undefined): Walk['facts'] => {
  const [witness] = finding.witness ? witnessLinks(finding.witness, asOf) : [];
  return [
    { name: 'Level', words: levelWords[finding.level] },
    { name: 'Owner', words: ownerWords(finding.owner) },
    { name: 'State', words: stateWords[finding.state] },
    { name: 'Due', words: sentenceCase(dueWords(finding.dueOn, finding.overdue)) },
    ...(witness === undefined ? [] : [{ name: 'Witness', words: witness.words, href: witness.href }]),
  ];
};
