import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'regional-hospital' });
});
afterAll(() => server.stop());

interface Judged {
  readonly restriction: { readonly id: string };
  readonly verdict: string;
  readonly documentation: string;
  readonly rulePack: string;
}

const all = `query ($rulePack: ID) { verdicts(rulePack: $rulePack) { restriction { id } verdict documentation rulePack } }`;

describe('verdicts over HTTP', () => {
  it('judges every live restriction, and one without a claim as undocumented', async () => {
    const { verdicts } = await server.ask<{ verdicts: readonly Judged[] }>(all);
    expect(verdicts.length).toBeGreaterThan(45);
    const byId = new Map(verdicts.map((each) => [each.restriction.id, each]));
    expect(byId.get('results-72h')).toMatchObject({ verdict: 'UNPROTECTED', documentation: 'NONE' });
    expect(byId.get('selfpay-claims')).toMatchObject({ verdict: 'REQUIRED_BY_LAW', documentation: 'COMPLETE' });
    expect(byId.get('process-notes')).toMatchObject({ verdict: 'OUT_OF_SCOPE_NOT_EHI' });
    expect(byId.get('part2-portal')).toMatchObject({ verdict: 'UNPROTECTED', documentation: 'NONE' });
    expect(byId.has('five-day-hold')).toBe(false);
  });

  it('judges by the proposed pack when it is asked for, and refuses a pack nobody knows', async () => {
    const { verdicts } = await server.ask<{ verdicts: readonly Judged[] }>(all, { rulePack: 'HTI-5-NPRM' });
    expect(new Set(verdicts.map(({ rulePack }) => rulePack))).toEqual(new Set(['HTI-5-NPRM']));
    const { errors } = await server.send(all, { rulePack: 'nobody' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain('There are: ');
  });

  it('lists what two packs judge differently: all of it and nothing else', async () => {
    const judged = async (rulePack: string): Promise<ReadonlyMap<string, string>> =>
      new Map(
        (await server.ask<{ verdicts: readonly Judged[] }>(all, { rulePack })).verdicts.map((each) => [
          each.restriction.id,
          `${each.verdict} ${each.documentation}`,
        ]),
      );
    const [before, after] = [await judged('2024-12-17'), await judged('HTI-5-NPRM')];
    const differing = [...before].filter(([id, told]) => after.get(id) !== told).map(([id]) => id);
    const asked = `query($to: ID!) { verdictDifference(to: $to) { restriction { id } sentence from { verdict rulePack } to { verdict rulePack } } }`;
    const { verdictDifference } = await server.ask<{
      verdictDifference: readonly {
        restriction: { id: string };
        from: { rulePack: string };
        to: { rulePack: string };
      }[];
    }>(asked, { to: 'HTI-5-NPRM' });
    expect(verdictDifference.map(({ restriction }) => restriction.id)).toEqual(expect.arrayContaining(differing));
    expect(differing).toContain('study-own-format');
    expect(verdictDifference.find(({ restriction }) => restriction.id === 'study-own-format')).toMatchObject({
      from: { verdict: 'COVERED', rulePack: '2024-12-17' },
      to: { verdict: 'UNPROTECTED', rulePack: 'HTI-5-NPRM' },
    });
    expect(await server.ask(asked, { to: '2024-12-17' })).toEqual({ verdictDifference: [] });
    const { errors } = await server.send(asked, { to: 'nobody' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'rulePack' });
  });

  it('says of each claim what it would take to come to a better verdict', async () => {
    interface Reach {
      readonly verdict: string;
      readonly isPossible: boolean;
      readonly against: readonly string[];
      readonly steps: readonly { readonly kind: string; readonly condition: string | null }[];
    }
    const { restriction } = await server.ask<{
      restriction: { verdict: { parts: readonly { grounds: readonly { toReach: readonly Reach[] }[] }[] } };
    }>(
      '{ restriction(id: "app-vetting") { verdict { parts { grounds { toReach { verdict isPossible against steps { kind condition wanted words } } } } } } }',
    );
    const reach = restriction.verdict.parts[0]?.grounds[0]?.toReach ?? [];
    expect(reach.map(({ verdict }) => verdict)).toEqual(['COVERABLE_EVIDENCE_MISSING', 'COVERED']);
    expect(reach[0]).toMatchObject({ isPossible: true, steps: [] });
    expect(reach[1]?.steps.length).toBeGreaterThan(0);
  });

  it('tells of one restriction each condition with its citation, and what is missing', async () => {
    const { restriction } = await server.ask<{
      restriction: {
        verdict: Judged & {
          parts: readonly {
            missing: readonly string[];
            grounds: readonly { ground: string; claim: { id: string }; conditions: readonly { cite: string[] }[] }[];
          }[];
        };
      };
    }>(`{ restriction(id: "app-vetting") { verdict { restriction { id } verdict documentation rulePack parts { missing
        classes { id } audiences { id } grounds { ground claim { id } cite reason unverified
          conditions { condition cite question answer evidenced by late deadline missing unverified evidence { evidence { id } dated recordedAt late } } } } } } }`);
    const [part] = restriction.verdict.parts;
    const [ground] = part?.grounds ?? [];
    expect(ground).toMatchObject({ ground: 'EX-SEC', claim: { id: 'app-vetting-security' } });
    expect(ground?.conditions.every(({ cite }) => cite.length > 0)).toBe(true);
    expect(restriction.verdict.documentation).toBe('LATE');
    expect(part?.missing.join('\n')).toContain('before the practice began');
  });

  it('serves the packs with every leaf cited and marked', async () => {
    const { rulePacks } = await server.ask<{
      rulePacks: readonly {
        id: string;
        status: string;
        exceptions: readonly { id: string; leaves: readonly { mark: string[]; cite: string[] }[] }[];
      }[];
    }>(
      `{ rulePacks { id title status note exceptions { id leaves { condition cite question document clock mark unverified } } } }`,
    );
    expect(rulePacks.map(({ status }) => status).toSorted()).toEqual(['IN_FORCE', 'PROPOSED']);
    for (const { exceptions } of rulePacks)
      for (const { leaves } of exceptions) {
        expect(leaves.length).toBeGreaterThan(0);
        expect(leaves.every(({ mark, cite }) => mark.length > 0 && cite.length > 0)).toBe(true);
      }
  });
});
