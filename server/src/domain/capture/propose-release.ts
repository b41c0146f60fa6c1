import { entryById } from '../catalogue/index.ts';
import { isLiveOn } from '../model/entity.ts';
import { coveredBy, distinct, linksWith, listed, replacedNotes } from './class-links.ts';
import { channelKindCalled } from './match-names.ts';
import type { NotUnderstood, ParsedLine } from './parsed-line.ts';
import { none } from './parse-line.ts';
import { described } from './described.ts';
import { notSaidYet } from './not-said-yet.ts';
import type { Sketch, Thing } from './sketch.ts';

type Said = Extract<ParsedLine, { readonly kind: 'RELEASE' }>;

/** Adds to a sketch that a channel releases classes to audiences (mutates it), and returns the sentence; or why it cannot be. */
export const proposeRelease = (sketch: Sketch, said: Said): string | NotUnderstood => {
  const { graph, asOf, catalogues } = sketch.context;
  const known = sketch.channel(said.channel);
  const audiences: Thing[] = [];
  for (const words of said.audiences) {
    const audience = sketch.audience(words);
    if (audience === undefined) return none(`"${words}" is not an audience of this inventory.`);
    if (!audiences.some(({ id }) => id === audience.id)) audiences.push(audience);
  }
  const kind = channelKindCalled(said.channel, catalogues);
  if (known === undefined && kind === undefined)
    return none(
      `No access channel is called "${said.channel}", and no kind of channel either. Add the channel first.`,
      'The portal releases lab results to patients',
    );
  const classes = distinct(said.classes.map(sketch.dataClass));
  const rest = sketch.restOf(said.rest);
  const channel = known === undefined ? undefined : graph.AccessChannel.get(known.id);
  if (channel === undefined) {
    const usual = (entryById(catalogues.channels, kind ?? '')?.audiences ?? []).filter((id) => graph.Audience.has(id));
    const made = sketch.newChannel(said.channel, {
      releases: classes.map(({ id }) => ({ dataClass: id })),
      audiences: audiences.length === 0 ? usual : audiences.map(({ id }) => id),
      ...described(undefined, rest),
    });
    return sentenceOf(made, classes, audiences);
  }
  const missing = classes.filter(({ id }) => !coveredBy(sketch, channel.releases, id)).map(({ id }) => id);
  const added = audiences.map(({ id }) => id).filter((id) => !channel.audiences.includes(id));
  const more = notSaidYet(channel, rest);
  if (missing.length === 0 && added.length === 0) {
    sketch.notes.push(`The channel "${channel.name}" is recorded so already.`);
    if (more.description === undefined) return sentenceOf(channel, classes, audiences);
  }
  sketch.notes.push(...replacedNotes(sketch, channel.releases, missing));
  const input = {
    ...(missing.length === 0 ? {} : { releases: linksWith(channel.releases, missing, asOf, [], {}) }),
    ...(added.length === 0 ? {} : { audiences: [...channel.audiences, ...added] }),
    ...more,
  };
  sketch.changes.push({ updateAccessChannel: { id: channel.id, expectedRevision: channel.revision, input } });
  if (missing.length > 0 && !channel.releases.some((link) => isLiveOn(link, asOf)))
    sketch.notes.push('Nobody had recorded what it releases: from now on, what is not listed counts as not released.');
  if (added.length > 0) sketch.notes.push('What it releases already is released to the new audience as well.');
  return sentenceOf(channel, classes, audiences);
};

const sentenceOf = ({ name }: Pick<Thing, 'name'>, classes: readonly Thing[], audiences: readonly Thing[]): string =>
  `${name} releases ${listed(classes)}${audiences.length === 0 ? '' : ` to ${listed(audiences)}`}.`;
