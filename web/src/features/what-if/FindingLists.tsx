import type { ReactNode } from 'react';
import { witnessLinks } from '../../graph-model/witness-link.ts';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import type { TurnedFinding, WhatIfData } from './use-what-if.ts';

/** Which findings would open and which would close. What closes is seen in the inventory as it is, what opens only in the what-if. */
export const FindingLists = (props: {
  readonly answer: WhatIfData;
  /** Has a link of a finding that opens answer as if it were so; undefined where the what-if is not saved. */
  readonly inWhatIf: ((href: string) => string) | undefined;
}): ReactNode => {
  const { answer, inWhatIf } = props;
  return (
    <div className="what-if-lists">
      <FindingList
        title="Findings that would open"
        none="No finding would open."
        sign="−"
        found={answer.findingsOpened}
        linksOf={(finding) => {
          const links = finding.witness ? witnessLinks(finding.witness, undefined) : [];
          return inWhatIf === undefined ? [] : links.map((link) => ({ ...link, href: inWhatIf(link.href) }));
        }}
        note={inWhatIf === undefined ? 'Save the what-if to follow what shows them.' : undefined}
      />
      <FindingList
        title="Findings that would close"
        none="No finding would close."
        sign="+"
        found={answer.findingsClosed}
        linksOf={(finding) => (finding.witness ? witnessLinks(finding.witness, undefined) : [])}
        note={undefined}
      />
    </div>
  );
};

const FindingList = (props: {
  readonly title: string;
  readonly none: string;
  readonly sign: string;
  readonly found: WhatIfData['findingsOpened'];
  readonly linksOf: (finding: TurnedFinding) => ReturnType<typeof witnessLinks>;
  readonly note: string | undefined;
}): ReactNode => {
  const { found } = props;
  return (
    <section aria-label={props.title}>
      <h2>
        {props.title} ({found.totalCount})
      </h2>
      {found.totalCount === 0 ? <p className="quiet">{props.none}</p> : null}
      {props.note === undefined || found.totalCount === 0 ? null : <p className="quiet">{props.note}</p>}
      <ul className="plain what-if-findings">
        {found.nodes.map((finding) => (
          <li key={finding.id}>
            <p>
              <span aria-hidden="true">{props.sign} </span>
              <span className="quiet">{sentenceCase(finding.level.toLowerCase())}</span> {finding.explanation}
            </p>
            {finding.witness?.sentences.map((sentence) => (
              <p key={sentence} className="quiet">
                {sentence}
              </p>
            ))}
            <p className="finding-about">
              {props.linksOf(finding).map(({ href, words }) => (
                <Link key={href} href={href}>
                  {words}
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {found.nodes.length < found.totalCount ? (
        <p className="quiet">{counted(found.totalCount - found.nodes.length, 'more finding')} not listed here.</p>
      ) : null}
    </section>
  );
};
