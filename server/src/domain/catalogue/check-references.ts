import { catalogueFiles, type CatalogueProblem, type Catalogues } from './catalogues.ts';
import { citationTextCovers } from './citation.ts';
import type { Path } from './decode.ts';

type FilePart = keyof typeof catalogueFiles;
type ListPart = Exclude<FilePart, 'uscdi' | 'sources'>;

interface Reference {
  readonly from: FilePart;
  readonly path: Path;
  readonly to: ListPart;
  readonly id: string;
}

/** The references between entries that lead nowhere and the slugs that stand twice; `[]` when the data hangs together. */
export const checkReferences = (all: Catalogues): readonly CatalogueProblem[] => {
  const ids = new Map<ListPart, ReadonlySet<string>>();
  const isKnown = (part: ListPart, id: string): boolean => {
    const known = ids.get(part) ?? new Set(all[part].map((entry) => entry.id));
    ids.set(part, known);
    return known.has(id);
  };
  const dangling = references(all)
    .filter(({ to, id }) => !isKnown(to, id))
    .map(({ from, path, to, id }) =>
      problem(from, path, `"${id}" is not in ${catalogueFiles[to]}; add it or mend the id`),
    );
  return [
    ...dangling,
    ...misplacedParagraphs(all),
    ...uscdiProblems(all),
    ...kindsOfUnknownClasses(all),
    ...slugTwins(all),
    ...unknownClasses(all),
  ];
};

const problem = (from: FilePart, path: Path, message: string): CatalogueProblem => ({
  file: catalogueFiles[from],
  path,
  message,
});

const references = (all: Catalogues): readonly Reference[] => {
  const many = (from: FilePart, to: ListPart, path: Path, ids: readonly string[]): readonly Reference[] =>
    ids.map((id, i) => ({ from, path: [...path, i], to, id }));
  const one = (from: FilePart, to: ListPart, path: Path, id: string | undefined): readonly Reference[] =>
    id === undefined ? [] : [{ from, path, to, id }];
  return [
    ...all.channels.flatMap((entry, i) => many('channels', 'audiences', ['entries', i, 'audiences'], entry.audiences)),
    ...all.exceptions.flatMap((entry, i) => [
      ...one('exceptions', 'exceptions', ['entries', i, 'partOf'], entry.partOf),
      ...one('exceptions', 'rules', ['entries', i, 'rule'], entry.rule),
      ...many('exceptions', 'rules', ['entries', i, 'amendedBy'], entry.amendedBy),
      ...many('exceptions', 'actors', ['entries', i, 'usableBy'], entry.usableBy),
    ]),
    ...all.practices.flatMap((entry, i) =>
      many(
        'practices',
        'exceptions',
        ['entries', i, 'exceptions'],
        entry.exceptions.map((each) => each.exception),
      ),
    ),
    ...all.overlays.flatMap((entry, i) =>
      entry.effects.flatMap((effect, j) => [
        ...many('overlays', 'audiences', ['entries', i, 'effects', j, 'audiences'], effect.audiences),
        ...many('overlays', 'purposes', ['entries', i, 'effects', j, 'purposes'], effect.purposes),
        ...many('overlays', 'exceptions', ['entries', i, 'effects', j, 'exceptions'], effect.exceptions),
      ]),
    ),
    ...all.stateLaws.flatMap((entry, i) => [
      ...many('stateLaws', 'overlays', ['entries', i, 'overlays'], entry.overlays),
      ...many('stateLaws', 'audiences', ['entries', i, 'audiences'], entry.audiences),
      ...many('stateLaws', 'purposes', ['entries', i, 'purposes'], entry.purposes),
    ]),
    ...all.systemKinds.flatMap((entry, i) =>
      many('systemKinds', 'drsClasses', ['entries', i, 'drsClasses'], entry.drsClasses),
    ),
    ...all.drsClasses.flatMap((entry, i) => [
      ...many('drsClasses', 'drsBranches', ['entries', i, 'branch'], entry.branch),
      ...many('drsClasses', 'systemKinds', ['entries', i, 'systemKinds'], entry.systemKinds),
      ...many('drsClasses', 'overlays', ['entries', i, 'overlays'], entry.overlays),
    ]),
  ];
};

/** A practice that narrows an exception to a paragraph must name a paragraph of that exception. */
const misplacedParagraphs = (all: Catalogues): readonly CatalogueProblem[] =>
  all.practices.flatMap((practice, i) =>
    practice.exceptions.flatMap(({ exception, at }, j) => {
      const within = all.exceptions.find((entry) => entry.id === exception)?.cite ?? [];
      if (at === undefined || within.length === 0 || within.some((cite) => citationTextCovers(cite, at))) return [];
      return [
        problem('practices', ['entries', i, 'exceptions', j, 'at'], `"${at}" is not a paragraph of ${exception}`),
      ];
    }),
  );

const kindsOfUnknownClasses = ({ systemKinds, uscdi }: Catalogues): readonly CatalogueProblem[] => {
  const known = new Set(uscdi.classes.map(({ id }) => id));
  return systemKinds.flatMap(({ uscdiClasses }, i) =>
    uscdiClasses.flatMap((id, j) =>
      known.has(id)
        ? []
        : [
            problem(
              'systemKinds',
              ['entries', i, 'uscdiClasses', j],
              `"${id}" is not in ${catalogueFiles.uscdi}; add it or mend the id`,
            ),
          ],
    ),
  );
};

const uscdiProblems = (all: Catalogues): readonly CatalogueProblem[] => {
  const versions = new Set(all.uscdi.versions.map((version) => version.id));
  const unknown = (path: Path, version: string | undefined): readonly CatalogueProblem[] =>
    version === undefined || versions.has(version)
      ? []
      : [problem('uscdi', path, `"${version}" is not one of the versions of this file`)];
  return all.uscdi.classes.flatMap((entry, i) => [
    ...unknown(['entries', i, 'since'], entry.since),
    ...unknown(['entries', i, 'until'], entry.until),
    ...entry.formerly.flatMap((name, j) => [
      ...unknown(['entries', i, 'formerly', j, 'from'], name.from),
      ...unknown(['entries', i, 'formerly', j, 'to'], name.to),
    ]),
    ...entry.elements.flatMap((element, j) => {
      const path = ['entries', i, 'elements', j];
      const home = element.slug.startsWith(`${entry.slug}.`)
        ? []
        : [problem('uscdi', [...path, 'slug'], `"${element.slug}" must begin with "${entry.slug}."`)];
      return [...home, ...unknown([...path, 'since'], element.since), ...unknown([...path, 'until'], element.until)];
    }),
  ]);
};

/** A slug is the id of a data class in an inventory, so it stands once in the DRS classes and USCDI together. */
const slugTwins = (all: Catalogues): readonly CatalogueProblem[] => {
  const seen = new Set<string>();
  const slugs: readonly (readonly [FilePart, Path, string])[] = [
    ...all.drsClasses.map((entry, i) => ['drsClasses', ['entries', i, 'slug'], entry.slug] as const),
    ...all.uscdi.classes.flatMap((entry, i) => [
      ['uscdi', ['entries', i, 'slug'], entry.slug] as const,
      ...entry.elements.map((each, j) => ['uscdi', ['entries', i, 'elements', j, 'slug'], each.slug] as const),
    ]),
  ];
  return slugs.flatMap(([part, path, slug]) => {
    if (seen.has(slug)) return [problem(part, path, `slug "${slug}" is already taken`)];
    seen.add(slug);
    return [];
  });
};

/** What a sign points at is a class of USCDI or of the record set beyond it. */
const unknownClasses = (all: Catalogues): readonly CatalogueProblem[] => {
  const known = new Set([...all.uscdi.classes, ...all.drsClasses].map(({ id }) => id));
  return (['wordSigns', 'segmentSigns', 'sectionSigns'] as const).flatMap((part) =>
    all[part].flatMap(({ classes }, i) =>
      classes.flatMap((id, j) =>
        known.has(id)
          ? []
          : [
              problem(
                part,
                ['entries', i, 'classes', j],
                `"${id}" is not in uscdi.yaml or drs-classes.yaml; mend the id`,
              ),
            ],
      ),
    ),
  );
};
