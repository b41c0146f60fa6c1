import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Attached {
  readonly ok: boolean;
  readonly error: { readonly code: string; readonly field: string | null; readonly message: string } | null;
  readonly evidence: {
    readonly id: string;
    readonly name: string;
    readonly sha256: string | null;
    readonly fileName: string | null;
    readonly mediaType: string | null;
    readonly bytes: number | null;
    readonly download: string | null;
    readonly recordedAt: string;
    readonly revision: number;
  } | null;
}

const attach = async (input: object): Promise<Attached> =>
  (
    await server.ask<{ attachEvidence: Attached }>(
      `mutation($input: AttachEvidenceInput!) { attachEvidence(input: $input) {
        ok error { code field message }
        evidence { id name sha256 fileName mediaType bytes download recordedAt revision }
      } }`,
      { input },
      { 'x-ehi-upload': '1', 'x-ehi-actor': 'J. Rivera' },
    )
  ).attachEvidence;

const file = (fileName: string, bytes: Buffer | string): { fileName: string; contentBase64: string } => ({
  fileName,
  contentBase64: Buffer.from(bytes).toString('base64'),
});

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a file of evidence', () => {
  it.each([
    ['policy.pdf', pdf, 'application/pdf'],
    ['screen.png', png, 'image/png'],
    ['list.csv', Buffer.from('who,when\nÅsa,2026-01-02\n'), 'text/csv'],
    // The bytes tell what it is, not the name.
    ['letter.txt', pdf, 'application/pdf'],
  ])('%s is kept under its SHA-256 and handed out as a download, byte for byte', async (name, bytes, mediaType) => {
    const { evidence } = await attach(file(name, bytes));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(evidence).toMatchObject({ sha256, fileName: name, mediaType, bytes: bytes.length });
    const response = await server.fetch(evidence?.download ?? '');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toContain(`attachment; filename="evidence"; filename*=UTF-8''`);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await readdir(server.evidenceFolder)).toContain(sha256);
  });

  it.each([
    ['empty.pdf', Buffer.alloc(0), /is empty/],
    ['page.html', Buffer.from('<!doctype html><script>alert(1)</script>'), /of the kind html, which is not kept/],
    ['page.txt.html', Buffer.from('plain'), /of the kind html/],
    ['picture.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), /not kept/],
    ['policy.pdf', Buffer.from('<html>no pdf</html>'), /of the kind pdf, which is not kept|not kept/],
    ['tool.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), /not kept/],
    ['archive.zip', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'), /not kept/],
    ['script.sh', Buffer.from('#!/bin/sh\nrm -rf /\n'), /not kept/],
    ['letter.txt', Buffer.from([0x42, 0xe4, 0x72]), /is not UTF-8 text/],
    ['letter.txt', Buffer.from('a\0b'), /is not UTF-8 text/],
  ])('%s is refused, and nothing is recorded', async (name, bytes, message) => {
    const before = (await readdir(server.evidenceFolder)).length;
    const refused = await attach(file(name, bytes));
    expect(refused).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT' }, evidence: null });
    expect(refused.error?.message).toMatch(message);
    expect(await readdir(server.evidenceFolder)).toHaveLength(before);
  });

  it('over 20 MiB is refused', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]);
    const refused = await attach(file('large.pdf', large));
    expect(refused.error?.message).toMatch(/at most 20 are kept\. Give a link to it instead/);
  });

  it('has a name that leads nowhere and breaks no header', async () => {
    const { evidence } = await attach(file('../../etc/pass"wd\r\nX: 1.pdf', pdf));
    expect(evidence?.fileName).toBe('pass_wd__X_ 1.pdf');
    const response = await server.fetch(evidence?.download ?? '');
    expect(response.status).toBe(200);
    expect(response.headers.get('x')).toBeNull();
  });

  it('that was changed on the disk is not handed out', async () => {
    const bytes = Buffer.concat([pdf, Buffer.from('changed')]);
    const { evidence } = await attach(file('changed.pdf', bytes));
    await writeFile(join(server.evidenceFolder, evidence?.sha256 ?? ''), 'something else');
    const response = await server.fetch(evidence?.download ?? '');
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('was changed outside the product');
  });

  it('is not found by another address', async () => {
    for (const path of [
      '/evidence/',
      '/evidence/..%2f..%2fetc%2fpasswd',
      '/evidence/nothing',
      '/evidence/teen-policy',
    ]) {
      expect((await server.fetch(path)).status, path).toBe(404);
    }
  });
});

describe('evidence', () => {
  it('is a link that leads to the web, and nothing else', async () => {
    expect(await attach({ uri: 'https://records.example/1', dated: '2026-01-02' })).toMatchObject({ ok: true });
    for (const input of [
      { uri: 'javascript:alert(1)' },
      { uri: 'data:text/html,x' },
      { uri: 'file:///etc/passwd' },
      { uri: 'no link' },
      {},
      { uri: 'https://records.example/1', ...file('a.pdf', pdf) },
    ]) {
      expect(await attach(input), JSON.stringify(input)).toMatchObject({ ok: false, error: { field: 'uri' } });
    }
    expect(await attach({ uri: 'https://records.example/1', dated: '2999-01-01' })).toMatchObject({
      error: { field: 'dated' },
    });
  });

  it('is recorded when the server says, whatever date it bears', async () => {
    const before = new Date().toISOString();
    const { evidence } = await attach({ uri: 'https://records.example/2', dated: '2019-01-02' });
    expect((evidence?.recordedAt ?? '') >= before).toBe(true);
    const { errors } = await server.send(
      'mutation($input: AttachEvidenceInput!) { attachEvidence(input: $input) { ok } }',
      { input: { uri: 'https://records.example/3', recordedAt: '2019-01-02T00:00:00.000Z' } },
    );
    expect(errors?.[0]?.message).toMatch(/recordedAt/);
  });

  it('that came after the practice began is late, with both dates', async () => {
    const { evidence } = await attach({ name: 'Policy', uri: 'https://records.example/policy', dated: '2020-01-02' });
    const { createRestriction } = await server.ask<{ createRestriction: { restriction: { id: string } } }>(
      `mutation { createRestriction(input: { id: "late-hold", name: "Late hold", practice: "PT-DISABLE", effect: CONDITIONS,
        basis: "POLICY", appliesTo: { system: "ehr" }, limits: ["laboratory"], startedOn: "2021-01-01" }) { restriction { id } } }`,
    );
    const { claimBasis } = await server.ask<{ claimBasis: { basisClaim: { id: string } } }>(
      `mutation($input: ClaimBasisInput!) { claimBasis(input: $input) { basisClaim { id } } }`,
      { input: { restriction: createRestriction.restriction.id, exception: 'EX-SEC' } },
    );
    await server.ask(`mutation($input: AnswerConditionInput!) { answerCondition(input: $input) { ok } }`, {
      input: {
        claim: claimBasis.basisClaim.id,
        condition: '171.203(d)(1)',
        answer: 'MET',
        evidence: [evidence?.id],
        seenVersion: 0,
      },
    });
    const { restriction } = await server.ask<{
      restriction: {
        verdict: {
          parts: {
            grounds: {
              conditions: {
                condition: string;
                late: boolean;
                missing: string | null;
                evidence: { late: boolean; dated: string; recordedAt: string }[];
              }[];
            }[];
          }[];
        };
      };
    }>(
      '{ restriction(id: "late-hold") { verdict { parts { grounds { conditions { condition late missing evidence { late dated recordedAt } } } } } } }',
    );
    const condition = restriction.verdict.parts[0]?.grounds[0]?.conditions.find(
      (each) => each.condition === '171.203(d)(1)',
    );
    const today = new Date().toISOString().slice(0, 10);
    expect(condition).toMatchObject({ late: true, evidence: [{ late: true, dated: '2020-01-02' }] });
    expect(condition?.missing).toContain(`dated 2020-01-02, recorded ${today}`);
  });

  it('does not change under a claim that was submitted', async () => {
    const { evidence } = await attach({ name: 'Log', uri: 'https://records.example/log', dated: '2026-01-02' });
    const { claimBasis } = await server.ask<{ claimBasis: { basisClaim: { id: string } } }>(
      `mutation { claimBasis(input: { restriction: "late-hold", exception: "EX-SEC" }) { basisClaim { id } } }`,
    );
    const claim = claimBasis.basisClaim.id;
    const { answerCondition } = await server.ask<{ answerCondition: { revision: number } }>(
      `mutation($input: AnswerConditionInput!) { answerCondition(input: $input) { revision } }`,
      { input: { claim, condition: '171.203(a)', answer: 'MET', evidence: [evidence?.id], seenVersion: 0 } },
    );
    await server.ask(
      `mutation($id: ID!, $revision: Int!) { submitClaim(id: $id, expectedRevision: $revision) { ok } }`,
      {
        id: claim,
        revision: answerCondition.revision,
      },
    );
    const update = (input: object): Promise<{ updateEvidence: Attached }> =>
      server.ask(
        `mutation($id: ID!, $revision: Int!, $input: UpdateEvidenceInput!) {
          updateEvidence(id: $id, expectedRevision: $revision, input: $input) { ok error { code field message } evidence { id } }
        }`,
        { id: evidence?.id, revision: evidence?.revision, input },
      );
    expect(await update({ dated: '2019-01-01' })).toMatchObject({
      updateEvidence: { ok: false, error: { field: 'dated', message: expect.stringContaining('is submitted') } },
    });
    expect(await update({ description: 'In other words.' })).toMatchObject({ updateEvidence: { ok: true } });
  });
});
