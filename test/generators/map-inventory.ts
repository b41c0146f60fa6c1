import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { addRestrictions } from './add-restrictions.ts';
import { addFlow, addSystem, emptyDraft, toGraph } from './draft.ts';
import { createRandom } from './random.ts';
import { sizes } from './size.ts';

/** How large the picture of a made inventory is, exactly. */
export interface MapSize {
  readonly things: number;
  readonly lines: number;
}

const kinds = ['SYS-EHR', 'SYS-IE', 'SYS-LIS', 'SYS-RIS', 'SYS-PHARM', 'SYS-PACS', 'SYS-OB', 'SYS-EDW'];
const channelKinds = ['CH-PORTAL', 'CH-DIRECT', 'CH-HIE', 'CH-PH'];

/**
 * Returns an inventory whose map has exactly so many things and lines: one in twenty-five a channel, each with its line, the rest flows, each between another pair and direction. Few systems
 * have most of the lines, as hubs do. One line or thing in eight is restricted. Throws when there are fewer lines than channels.
 */
export const mapInventory = ({ things, lines }: MapSize, seed: number): EhiGraph => {
  const random = createRandom(seed);
  const draft = emptyDraft();
  draft.audiences.push('PATIENT', 'PROVIDER_TREAT', 'PAYER');
  draft.classes.push(
    ...Array.from({ length: 20 }, (_, at) => ({
      id: `class-${at + 1}`,
      name: `Class ${at + 1}`,
      level: 'CLASS' as const,
      drsStatus: 'YES' as const,
      fhirResources: [],
      overlays: [],
    })),
  );
  const channels = Math.floor(things / 25);
  const flows = lines - channels;
  if (flows < 0) throw new Error('Every channel has a line: there must be at least as many lines.');
  const systems = Array.from({ length: things - channels }, (_, at) => {
    const system = addSystem(draft, `system-${at + 1}`, kinds[at % kinds.length] ?? '', `System number ${at + 1}`);
    system.origins.add(`class-${(at % 20) + 1}`);
    system.has.add(`class-${(at % 20) + 1}`);
    return system;
  });
  const pairs = new Set<string>();
  while (pairs.size < flows) {
    const from = random.pick(systems);
    const to = systems[random.zipf(systems.length)];
    if (to === undefined || from === to || pairs.has(`${from.id}>${to.id}`)) continue;
    pairs.add(`${from.id}>${to.id}`);
    addFlow(draft, from, to, [`class-${1 + random.below(20)}`]);
  }
  for (let at = 0; at < channels; at += 1) {
    const system = random.pick(systems);
    draft.channels.push({
      id: `channel-${at + 1}`,
      kind: channelKinds[at % channelKinds.length] ?? '',
      system,
      releases: new Set(system.has),
      audiences: ['PATIENT'],
    });
  }
  addRestrictions(draft, { ...sizes.S, restrictions: Math.floor((things + lines) / 8) }, random);
  return toGraph(draft, new Set(['SYS-IE']));
};
