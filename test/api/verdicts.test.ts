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
