import type { Entry } from '../../../domain/catalogue/index.ts';
import type {
  CatalogueChannel,
  CatalogueDataClass,
  CatalogueEntry,
  CataloguePractice,
  CatalogueStateLaw,
  CataloguesResolvers,
  CatalogueSystemKind,
} from '../../gen/resolver-types.ts';

/** The reference data, in the order of its files. */
export const Catalogues: CataloguesResolvers = {
  actors: ({ actors }) => actors.map(toEntry),
  audiences: ({ audiences }) => audiences.map(toEntry),
  channels: ({ channels }) =>
    channels.map((channel): CatalogueChannel => ({
      ...toEntry(channel),
      audiences: channel.audiences,
      standards: channel.standards,
      floor: channel.floor,
    })),
  practices: ({ practices }) =>
    practices.map((practice): CataloguePractice => ({
      ...toEntry(practice),
      exceptions: [...new Set(practice.exceptions.map(({ exception }) => exception))],
    })),
  systemKinds: ({ systemKinds }) =>
    systemKinds.map((kind): CatalogueSystemKind => ({ ...toEntry(kind), lane: kind.lane })),
  overlays: ({ overlays }) => overlays.map(toEntry),
  stateLaws: ({ stateLaws }) =>
    stateLaws.map(({ mark: _mark, cite: _cite, note: _note, ...law }): CatalogueStateLaw => ({
      ...law,
      effective: law.effective ?? null,
      ended: law.ended ?? null,
    })),
  exceptions: ({ exceptions }) => exceptions.map(toEntry),
  drsBranches: ({ drsBranches }) => drsBranches.map(toEntry),
  purposes: ({ purposes }) => purposes.map(toEntry),
  rules: ({ rules }) => rules.map((rule) => ({ ...toEntry(rule), description: rule.effect })),
  drsClasses: ({ drsClasses }) =>
    drsClasses.map((each): CatalogueDataClass => ({
      ...toEntry(each),
      slug: each.slug,
      branches: each.branch,
      fhirResources: each.fhirResources,
    })),
  uscdiClasses: ({ uscdi }) =>
    uscdi.classes.map((each): CatalogueDataClass => ({
      ...toEntry(each),
      slug: each.slug,
      branches: [],
      fhirResources: each.fhirResources,
    })),
};

const toEntry = (entry: Entry & { readonly description?: string }): Omit<CatalogueEntry, '__typename'> => ({
  id: entry.id,
  name: entry.name,
  description: entry.description ?? entry.note ?? null,
  cite: entry.cite,
  unverified: entry.unverified,
});
