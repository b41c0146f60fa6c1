import { counted, some } from '../tables/in-words.ts';
import type { ArtefactFacts, ChannelFact, ClassSign } from '../facts/facts.ts';
import { noFacts } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { tableSigns, type TableSigns } from '../signs/table-signs.ts';
import { tableHolding } from '../tables/holdings.ts';
import { builtWarnings, type BuiltTables } from '../tables/table-builder.ts';
import type { ExportSign } from './export-sign.ts';
import { familiesOf, familyWords, type TableFamily } from './families.ts';

/** A documentation as it was read, whatever it was written in. */
export interface ReadDocs {
  readonly built: BuiltTables;
  /** `data dictionary (JSON Lines)`, for people. */
  readonly format: string;
  /** The name of the system, when the file gives it. */
  readonly system?: string;
  /** What shows that it documents an EHI export; `undefined` for a plain data dictionary. */
  readonly exportSign: ExportSign | undefined;
  /** Why what the file does not have may be documented elsewhere. */
  readonly gaps: readonly string[];
  readonly warnings: readonly string[];
}

/** What stands for the name of a system that neither the file nor the person who imports it names. */
const unnamed = 'the system the dictionary documents';

/** Returns the facts of a documentation: the system, its tables and, of an EHI export, the ways out they are documented for. Pure. */
export const docsFacts = (docs: ReadDocs, { vocabulary, options }: Reading): ArtefactFacts => {
  const { built, format } = docs;
  const named = cleanText(options.systemName) ?? docs.system;
  const name = named ?? unnamed;
  const given = cleanText(options.origin) ?? named;
  // A list of tables without columns adds to another file: under one origin its tables would take the place of the whole ones.
  const hasColumns = built.tables.some(({ columns }) => columns.length > 0);
  const origin = `${given ?? 'dictionary'}${hasColumns ? '' : ' (tables)'}`;
  const scope = `ehi-export:${origin}`;
  const families = familiesOf(built.tables);
  const signs = tableSigns(
    families.map(({ table }) => table),
    vocabulary,
  );
  const isNamed = given !== undefined;
  const gaps = [
    ...docs.gaps,
    ...(built.tables.length > 1 ? [] : ['it describes one table']),
    ...(built.missing.length === 0
      ? []
      : [`its tables point to ${counted(built.missing.length, 'table')} that it does not describe`]),
    ...(isNamed ? [] : ['it does not say which system it documents']),
  ];
  const larger = families.filter(({ members }) => members.length > 1);
  return {
    ...noFacts,
    kind: 'ehi-export-docs',
    title: `${docs.exportSign === undefined ? 'Data dictionary' : 'EHI export documentation'} (${format}), ${counted(built.tables.length, 'table')}${named === undefined ? '' : ` of ${named}`}`,
    grade: 'DOCUMENTED',
    origin,
    describes: {
      format,
      tables: built.tables.length,
      'logical tables': families.length,
      columns: built.tables.reduce((sum, { columns }) => sum + columns.length, 0),
      'tables with a link to a patient': signs.filter(({ link }) => link !== undefined).length,
      'tables with a proposed data class': signs.filter(({ classes }) => classes.length > 0).length,
      ...(larger.length === 0 ? {} : { 'tables in several parts': larger.length }),
      ...(built.missing.length === 0 ? {} : { 'tables that are pointed to and not described': built.missing.length }),
    },
    covers: gaps.length === 0 ? [scope] : [],
    systems: [
      {
        key: 'self',
        scope,
        name,
        pointer: 'the file',
        description: `${counted(built.tables.length, 'table')} of it are documented.`,
        isSelf: true,
        isUnresolved: false,
        identifiers: [],
        certainty: named === undefined ? 'POSSIBLE' : 'LIKELY',
      },
    ],
    // One table of many, each in a file of its own, would take the place of what the last file said of the whole export.
    channels:
      built.tables.length > 1 && docs.exportSign !== undefined ? channels(families, signs, scope, docs.exportSign) : [],
    holdings: families.map((family, index) => {
      const extra = familyWords(family);
      return tableHolding(family.table, signs[index] ?? nothing, {
        key: family.key,
        scope,
        format: 'table',
        ...(extra === undefined ? {} : { extra }),
      });
    }),
    cannotTell: [
      docs.exportSign === undefined
        ? {
            subject: 'what leaves the system',
            reason:
              'the file does not say that it documents an EHI export, and what a system holds is not what it gives away: no access channel is made of it',
            candidates: [],
          }
        : {
            subject: 'what the export holds',
            reason:
              'a documentation shows what is described, not what an export holds: compare it with the list of files of a real export',
            candidates: [],
          },
    ],
    warnings: [
      ...(named === undefined && cleanText(options.origin) === undefined
        ? [
            'The file does not say which system it documents. Name the system when you import it, or it cannot be compared with the next one.',
          ]
        : []),
      ...(gaps.length === 0 ? [] : [`Tables that are missing here are not taken as gone: ${gaps.join('; ')}.`]),
      ...builtWarnings(built),
      ...docs.warnings,
    ],
  };
};

const nothing: TableSigns = { classes: [], columns: [], remark: '' };

/** Both exports of 45 CFR 170.315(b)(10) have one documentation of their format. */
const kinds = [
  { kind: 'CH-B10-SP', name: 'EHI export for one patient', standard: '170.315(b)(10)(i)' },
  { kind: 'CH-B10-POP', name: 'EHI export for all patients', standard: '170.315(b)(10)(ii)' },
] as const;

const channels = (
  families: readonly TableFamily[],
  signs: readonly TableSigns[],
  scope: string,
  sign: ExportSign,
): readonly ChannelFact[] => {
  const releases = released(families, signs);
  return kinds.map(({ kind, name, standard }) => ({
    key: `channel:${kind}`,
    scope,
    name,
    pointer: 'the file',
    description:
      'It is documented here what an export holds. Whether an export holds all of it is to be checked with a real one.',
    system: 'self',
    kind,
    standards: [standard],
    identifiers: [],
    audiences: [],
    releases,
    isComplete: false,
    certainty: sign === 'STATED' ? 'LIKELY' : 'POSSIBLE',
  }));
};

/** Each class once, with how many tables show it, the most tables first. */
const released = (families: readonly TableFamily[], signs: readonly TableSigns[]): readonly ClassSign[] => {
  const byClasses = new Map<string, { readonly sign: ClassSign; readonly tables: string[]; isLikely: boolean }>();
  for (const [index, { classes }] of signs.entries())
    for (const sign of classes) {
      const key = sign.classes.join(' ');
      const known = byClasses.get(key) ?? { sign, tables: [], isLikely: false };
      known.tables.push(families[index]?.table.name ?? '');
      known.isLikely ||= sign.certainty === 'LIKELY';
      byClasses.set(key, known);
    }
  return [...byClasses.values()]
    .toSorted((a, b) => b.tables.length - a.tables.length)
    .map(({ sign, tables, isLikely }) => ({
      classes: sign.classes,
      certainty: isLikely ? 'LIKELY' : 'POSSIBLE',
      reason:
        `${counted(tables.length, 'documented table')} ${tables.length === 1 ? 'holds' : 'hold'} it: ${some(tables, 4)}`.slice(
          0,
          300,
        ),
      pointer: sign.pointer,
    }));
};
