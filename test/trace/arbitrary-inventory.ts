import fc from 'fast-check';
import type { Ask, Inventory } from './inventory.ts';

const today = '2026-11-21';
const audiences = ['PATIENT', 'PROVIDER_TREAT', 'PUBLIC_HEALTH'];
const classes = [
  { id: 'lab' },
  { id: 'lab-hiv', partOf: 'lab' },
  { id: 'lab-path', partOf: 'lab' },
  { id: 'lab-path-slide', partOf: 'lab-path' },
  { id: 'img' },
];
const classIds = classes.map(({ id }) => id);

const someOf = (ids: readonly string[], min = 0): fc.Arbitrary<string[]> => fc.subarray([...ids], { minLength: min });
const lives = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { endedOn: today },
      { endedOn: '2026-11-22' },
      { startedOn: today },
      { startedOn: '2026-11-22' },
    ),
  },
);

/** Small inventories with loops, parallel flows, self-flows, inherited classes, every effect, and dates on either side of the day asked. */
export const inventories: fc.Arbitrary<{ readonly inventory: Inventory; readonly ask: Ask }> = fc
  .record({
    systems: fc.integer({ min: 1, max: 6 }),
    flows: fc.integer({ min: 0, max: 10 }),
    channels: fc.integer({ min: 0, max: 4 }),
    restrictions: fc.integer({ min: 0, max: 6 }),
  })
  .chain((size) => {
    const ids = (prefix: string, count: number): string[] =>
      Array.from({ length: count }, (_, number) => `${prefix}${number}`);
    const systems = ids('s', size.systems);
    const places = [...systems, ...ids('f', size.flows), ...ids('c', size.channels)];
    const each = <T>(names: readonly string[], arbitrary: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
      fc.tuple(...names.map(arbitrary));
    return fc.record({
      inventory: fc.record({
        classes: fc.tuple(...classes.map((item) => lives.map((life) => ({ ...item, ...life })))),
        systems: each(systems, (id) =>
          fc
            .record({
              id: fc.constant(id),
              life: lives,
              holds: fc.array(
                fc.record({
                  class: fc.constantFrom(...classIds),
                  role: fc.constantFrom('ORIGIN' as const, 'COPY' as const, 'COPY' as const, 'TRANSIT' as const),
                }),
                { maxLength: 2 },
              ),
            })
            .map(({ life, ...rest }) => ({ ...rest, ...life })),
        ),
        flows: each(ids('f', size.flows), (id) =>
          fc
            .record({
              id: fc.constant(id),
              life: lives,
              from: fc.constantFrom(...systems),
              to: fc.constantFrom(...systems),
              carries: fc.oneof(fc.constant(['lab']), someOf(classIds, 1)),
            })
            .map(({ life, ...rest }) => ({ ...rest, ...life })),
        ),
        channels: each(ids('c', size.channels), (id) =>
          fc
            .record({
              id: fc.constant(id),
              life: lives,
              system: fc.constantFrom(...systems),
              releases: someOf(classIds),
              for: someOf(audiences),
            })
            .map(({ life, ...rest }) => ({ ...rest, ...life })),
        ),
        restrictions: each(ids('r', size.restrictions), (id) =>
          fc
            .record({
              id: fc.constant(id),
              life: lives,
              appliesTo: fc.constantFrom(...places),
              effect: fc.constantFrom(
                'WITHHOLDS' as const,
                'FILTERS' as const,
                'DELAYS' as const,
                'CHARGES' as const,
                'CONDITIONS' as const,
                'NARROWS_MANNER' as const,
              ),
              limits: fc.oneof(fc.constant([]), someOf(classIds, 1)),
              audiences: fc.oneof(fc.constant([]), someOf(audiences, 1)),
            })
            .map(({ life, ...rest }) => ({ ...rest, ...life })),
        ),
      }),
      ask: fc
        .record({
          class: fc.oneof(
            { weight: 3, arbitrary: fc.constant('lab') },
            { weight: 2, arbitrary: fc.constantFrom(...classIds) },
          ),
          channel: fc.option(fc.constantFrom(...ids('c', Math.max(size.channels, 1))), { nil: undefined, freq: 3 }),
          audience: fc.option(fc.constantFrom(...audiences), { nil: undefined }),
        })
        .map(({ class: asked, audience, channel }) => ({
          // Nothing can be asked about a channel where there is none.
          ...(channel === undefined || size.channels === 0 ? {} : { channel }),
          class: asked,
          on: today,
          ...(audience === undefined ? {} : { audience }),
        })),
    });
  });
