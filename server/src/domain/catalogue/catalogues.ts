import type { AudienceEntry, ChannelKind, PurposeEntry } from './access.ts';
import type { DrsClass, SystemKind, UscdiClass, UscdiVersion } from './data.ts';
import type { Path } from './decode.ts';
import type { CatalogueHeader } from './entry.ts';
import type { ActorEntry, DrsBranchEntry, ExceptionEntry, RuleEntry } from './law.ts';
import type { OverlayEntry, PracticeEntry, StateLawEntry } from './practice.ts';
import type { SectionSign, SegmentSign, WordSign } from './sign.ts';
import type { Source } from './source.ts';

/** The file of each part of the reference data; a folder that lacks one is not reference data. */
export const catalogueFiles = {
  audiences: 'audiences.yaml',
  purposes: 'purposes.yaml',
  channels: 'channels.yaml',
  actors: 'actors.yaml',
  drsBranches: 'drs-branches.yaml',
  rules: 'rules.yaml',
  exceptions: 'exceptions.yaml',
  practices: 'practices.yaml',
  overlays: 'overlays.yaml',
  stateLaws: 'state-laws.yaml',
  systemKinds: 'system-kinds.yaml',
  drsClasses: 'drs-classes.yaml',
  uscdi: 'uscdi.yaml',
  wordSigns: 'word-signs.yaml',
  segmentSigns: 'segment-signs.yaml',
  sectionSigns: 'section-signs.yaml',
  sources: 'sources.yaml',
} as const;

/** The reference data: every list in the order of its file, ids unique, every reference within it resolved. */
export interface Catalogues {
  readonly headers: readonly CatalogueHeader[];
  readonly audiences: readonly AudienceEntry[];
  readonly purposes: readonly PurposeEntry[];
  readonly channels: readonly ChannelKind[];
  readonly actors: readonly ActorEntry[];
  readonly drsBranches: readonly DrsBranchEntry[];
  readonly rules: readonly RuleEntry[];
  readonly exceptions: readonly ExceptionEntry[];
  readonly practices: readonly PracticeEntry[];
  readonly overlays: readonly OverlayEntry[];
  readonly stateLaws: readonly StateLawEntry[];
  readonly systemKinds: readonly SystemKind[];
  readonly drsClasses: readonly DrsClass[];
  readonly uscdi: { readonly versions: readonly UscdiVersion[]; readonly classes: readonly UscdiClass[] };
  readonly wordSigns: readonly WordSign[];
  readonly segmentSigns: readonly SegmentSign[];
  readonly sectionSigns: readonly SectionSign[];
  readonly sources: readonly Source[];
}

/** One thing wrong with the reference data. `line` and `column` count from 1; absent when only the path is known. */
export interface CatalogueProblem {
  readonly file: string;
  readonly path: Path;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** The reference data cannot be used; every problem found, in file order. */
export interface CatalogueInvalid {
  readonly type: 'CatalogueInvalid';
  readonly problems: readonly CatalogueProblem[];
}

/** A path as people write it: `entries[3].audiences[0]`; empty for the file itself. */
export const formatPath = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

/** One line for one problem: `channels.yaml:12:17 entries[0].audiences[0]: …`. Pure and total. */
export const describeCatalogueProblem = (problem: CatalogueProblem): string => {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}:${problem.column ?? 1}`;
  const path = formatPath(problem.path);
  return `${place}${path === '' ? '' : ` ${path}`}: ${problem.message}`;
};
