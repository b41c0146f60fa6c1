import type { ClassSign } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import type { DescribedTable } from '../tables/described-table.ts';
import { bareName } from '../tables/table-name.ts';
import { expanded } from './abbreviations.ts';
import { createWordMatcher, type WordMatcher } from './class-signs.ts';
import { tableSigns, type TableSigns } from './table-signs.ts';

/**
 * Returns what each dataset of a lineage is taken to hold, in order. Where the columns are known it is what a table of a schema would be
 * taken for; lineage often has no columns, so that nothing can tie a dataset to a patient: then the words of its name count, as POSSIBLE. Pure.
 */
export const datasetSigns = (
  datasets: readonly DescribedTable[],
  vocabulary: Pick<ClassVocabulary, 'wordSigns'>,
): readonly TableSigns[] => {
  const matcher = createWordMatcher(vocabulary);
  return tableSigns(datasets, vocabulary).map((signs, index) => {
    const dataset = datasets[index];
    if (signs.link !== undefined || dataset === undefined) return signs;
    const classes = byWords(dataset, matcher);
    const hasColumns = dataset.columns.length > 0;
    return {
      ...signs,
      classes,
      remark:
        classes.length === 0
          ? hasColumns
            ? signs.remark
            : 'Its columns are not known.'
          : hasColumns
            ? 'None of its columns names a patient: its class is taken from its name only.'
            : 'Its columns are not known: its class is taken from its name only.',
    };
  });
};

const byWords = ({ name, comment, pointer }: DescribedTable, matcher: WordMatcher): readonly ClassSign[] => {
  const label = labelOf(name);
  const inName = matcher.signsIn(expanded(label));
  const inComment = matcher.signsIn(comment?.split(/[.;](?:\s|$)/)[0] ?? '');
  // A sentence that names many things lists them; it is about none.
  const hits = inName.length > 0 ? inName : inComment.length > 2 ? [] : inComment;
  return hits.slice(0, 3).map(({ sign, phrase }) => ({
    classes: sign.classes,
    certainty: 'POSSIBLE',
    reason: `its ${inName.length > 0 ? 'name' : 'description'} says "${phrase}"`,
    pointer,
  }));
};

/** Files are called by their path: its last folders say what is in them, its ending does not. */
const labelOf = (name: string): string =>
  name.includes('/')
    ? name
        .split('/')
        .filter((part) => part !== '' && !part.includes('='))
        .slice(-2)
        .join(' ')
        .replace(/\.\w{2,8}(?:\.\w{2,4})?$/, '')
    : bareName(name);

/** Returns the signs without those whose classes an earlier one has. */
export const withoutRepeats = (signs: readonly ClassSign[]): readonly ClassSign[] => {
  const seen = new Set<string>();
  return signs.filter(({ classes, name }) => {
    const key = classes.length === 0 ? `name ${name ?? ''}` : classes.join();
    return seen.has(key) ? false : (seen.add(key), true);
  });
};
