import type { ReactNode } from 'react';
import { counted, listed } from '../../graph-model/words.ts';
import { InventoryChanges } from './InventoryChanges.tsx';
import type { ReportData } from './import-entry.ts';
import { LongList } from './LongList.tsx';
import { SeenFacts } from './SeenFacts.tsx';
import { capabilityKind, changes, changesWords, changeWords, contentWords, countOf } from './words.ts';

/** What a file is, what it has, what it does not tell, and what would become or became of it. */
export const FileReport = (props: {
  readonly job: string;
  readonly report: ReportData;
  readonly isDryRun: boolean;
}): ReactNode => {
  const { report, isDryRun } = props;
  return (
    <div className="file-report">
      <p className="sentence">{sentenceOf(report, isDryRun)}</p>
      {explanationsOf(report).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <LongList title={counted(report.warnings.length, 'warning')} items={report.warnings} first={5} isOpen />
      {changes.map((change) => {
        const count = countOf(report.factCounts, change.toLowerCase());
        return count === 0 ? null : (
          <SeenFacts
            key={change}
            job={props.job}
            change={change}
            count={count}
            title={`${count} ${changeWords(change, isDryRun)}`}
          />
        );
      })}
      <InventoryChanges changes={report.changes} isDryRun={isDryRun} />
      <LongList
        title={`${counted(report.exposed.length, 'data class', 'data classes')} it shows`}
        items={report.exposed.map(({ name, reasons }) => `${name}: ${reasons.join('; ')}`)}
      />
      <LongList
        title={`${counted(report.expected.length, 'expectation')} it states`}
        items={report.expected.map(({ subject, side, strength }) => `${subject}: ${strength}, of the ${side}`)}
      />
      <LongList
        title={`${counted(report.cannotTell.length, 'thing')} it does not tell`}
        items={report.cannotTell.map(({ subject, reason }) => `${subject}: ${reason}`)}
      />
    </div>
  );
};

/** `Mirth Connect 3.5.2 channel group. 12 would appear: 3 systems and 9 flows.` */
const sentenceOf = (report: ReportData, isDryRun: boolean): string => {
  const title = `${report.title}.`;
  if (report.kind !== capabilityKind) {
    const content = contentWords(report.factCounts);
    const became = changesWords(report.factCounts, isDryRun);
    return `${title}${content === '' ? '' : ` It shows ${content}.`} ${became === '' ? 'Nothing of it is new.' : `${became}.`}`;
  }
  const { created, updated, observations } = report;
  const verb = (count: number): string => (isDryRun ? 'would be' : count === 1 ? 'was' : 'were');
  const done = listed([
    ...(created === 0 ? [] : [`${counted(created, 'thing')} ${verb(created)} added`]),
    ...(updated === 0 ? [] : [`${counted(updated, 'thing')} ${verb(updated)} changed`]),
  ]);
  return `${title} ${done === '' ? `Nothing of the inventory ${isDryRun ? 'would change' : 'changed'}` : done}; ${counted(observations, 'observation')}.`;
};

const explanationsOf = ({ match, channelExplanation }: ReportData): readonly string[] =>
  [match?.explanation, channelExplanation].flatMap((words) =>
    words ? [`${words.charAt(0).toUpperCase()}${words.slice(1).replace(/[.]$/, '')}.`] : [],
  );
