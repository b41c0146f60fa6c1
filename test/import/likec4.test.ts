import { describe, expect, it } from 'vitest';
import { likeC4Importer } from '../../server/src/importers/likec4/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const model = `
// how the hospital is built
specification {
  element actor { style { shape person } }
  element domain
  element system
  element webapp
  element store {
    technology 'PostgreSQL'
    style { shape cylinder }
  }
  relationship reads
  tag core
}
model {
  actor nurse 'Nurse'
  hospital = domain 'Hospital' {
    system lis 'LIS' 'Laboratory system' {
      #core
      metadata { owner 'Lab office'; port '80' }
      results = store 'Results' 'Lab results'
      api = webapp {
        title 'API'
        description '''
          Gives results,
          login password=hunter2
        '''
      }
      api -> results 'stores'
    }
    ehr = system "EHR" {
      chart = store 'It\\'s the chart'
      -> lis.api 'sends orders' 'Every order' 'HL7 v2'
    }
    // found by its short name, and the data comes back
    chart -[reads]-> results
  }
  lis .reads ehr {
    title 'gets allergies from'
    technology 'FHIR'
  }
  nurse -> chart 'reads'
  ehr -> elsewhere 'sends'
  extend hospital.ehr {
    screen = webapp 'Screen'
  }
  extend other.place { x = webapp }
}
views {
  view index { include * -> lis; style * { color red } }
}
deployment { node live { instanceOf lis.api } }
`;

describe('a LikeC4 model', () => {
  it('gives systems, what they hold, who uses them, and what flows', async () => {
    const facts = await factsOf(likeC4Importer, model);
    expect(facts.systems.map(({ key, name, description, custodian }) => [key, name, description, custodian])).toEqual([
      ['hospital.lis', 'LIS', 'Laboratory system. In Hospital. Tags: core', 'Lab office'],
      ['hospital.ehr', 'EHR', 'In Hospital', undefined],
    ]);
    expect(
      facts.flows.map(({ name, from, to, protocol, certainty, carries }) => [
        name,
        `${from} > ${to}`,
        protocol,
        certainty,
        carries.map(({ classes }) => classes.join()),
      ]),
    ).toEqual([
      ['sends orders', 'hospital.ehr > hospital.lis', 'HL7 v2', 'CERTAIN', ['UC-ORD']],
      ['reads', 'hospital.lis > hospital.ehr', undefined, 'LIKELY', []],
      ['gets allergies from', 'hospital.ehr > hospital.lis', 'FHIR', 'LIKELY', ['UC-ALG']],
    ]);
    expect(
      facts.holdings.map(({ name, system, format, classes }) => [
        name,
        system,
        format,
        classes.map((sign) => sign.classes.join()),
      ]),
    ).toEqual([
      ['Results', 'hospital.lis', 'PostgreSQL', ['UC-LAB']],
      ["It's the chart", 'hospital.ehr', 'PostgreSQL', []],
    ]);
    expect(facts.notes.map(({ name, description }) => [name, description])).toEqual([['Nurse uses EHR', 'reads']]);
    expect(facts.warnings).toEqual([
      expect.stringMatching(/Line 47 names "other\.place"/),
      expect.stringMatching(/Line 43 names "elsewhere"/),
    ]);
    expect([facts.covers, facts.origin]).toEqual([[], 'file']);
    expect(everythingIn(facts)).not.toMatch(/hunter2/);
  });

  it('is the same however it is laid out, and whole when it needs no other file', async () => {
    const whole = model.replace(/ *ehr -> elsewhere.*\n/, '').replace(/ *extend other.*\n/, '');
    const facts = await factsOf(likeC4Importer, whole);
    expect([facts.covers, facts.warnings]).toEqual([['likec4:file'], []]);
    const expected = everythingIn(facts).replaceAll(/line \d+/g, '');
    for (const text of [
      whole.replaceAll('\n', '\r\n'),
      whole.replaceAll(' {', '\n{'),
      whole.replaceAll(" '", "\n /* a\n comment */ '"),
      whole.replaceAll('"', "'").replaceAll("'''", '"""'),
    ])
      expect(everythingIn(await factsOf(likeC4Importer, text)).replaceAll(/line \d+/g, '')).toBe(expected);
  });

  it('has the outermost elements for systems where no kind says so', async () => {
    const facts = await factsOf(
      likeC4Importer,
      'model {\n a = service "A" {\n b = service "B"\n }\n c = app\n b -> c "sends"\n}',
    );
    expect(facts.systems.map(({ name }) => name)).toEqual(['A', 'c']);
    expect(facts.flows.map(({ from, to, description }) => [from, to, description])).toEqual([['a', 'c', 'B to c.']]);
  });

  it('is refused where a text or brace is not closed, or too large', async () => {
    const refuse = async (text: string) => readWith(likeC4Importer, await artefactOf(text));
    expect(await refuse("model {\n a = system 'A\n}")).toMatchObject({ ok: false, error: { line: 2 } });
    expect(await refuse('model {\n a = system {\n}')).toMatchObject({ ok: false, error: { reason: 'MALFORMED' } });
    expect(await refuse('model {\n}\n}')).toMatchObject({ ok: false, error: { line: 3 } });
    expect(await refuse(`model {\n${'a '.repeat(2_200_000)}}`)).toMatchObject({
      ok: false,
      error: { reason: 'TOO_LARGE' },
    });
    const deep = `model {\n${'x = system "X" {\n'.repeat(5_000)}${'}\n'.repeat(5_000)}}`;
    expect((await factsOf(likeC4Importer, deep)).warnings).toEqual([expect.stringMatching(/too many/)]);
  });

  it('is told from what looks alike, and survives damage', async () => {
    for (const other of [
      'workspace {\n model {\n a = softwareSystem "A"\n }\n}',
      'model {\n a = softwareSystem "A"\n}',
      'model User {\n id Int\n}',
      '{"model": {}}',
      'resource "x" "y" {\n model {\n }\n}',
      'model {\n}',
    ])
      expect(await likeC4Importer.recognise(await artefactOf(other))).toBe(false);
    await expect(fuzz(likeC4Importer, [model])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('arch') === undefined)('reads the real specification, which has no model', async () => {
    const artefact = await artefactAt(samplePath('arch/likec4-spec.c4') ?? '');
    expect(await likeC4Importer.recognise(artefact)).toBe(true);
    const facts = must(await readWith(likeC4Importer, artefact));
    expect([facts.systems, facts.flows, facts.holdings, facts.notes]).toEqual([[], [], [], []]);
    expect(facts.warnings).toEqual([expect.stringMatching(/has no model/)]);
  });
});
