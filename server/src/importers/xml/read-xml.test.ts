import { describe, expect, it } from 'vitest';
import type { XmlElement } from './read-xml.ts';
import { at, readXml, rootNameOf, textAt } from './read-xml.ts';
import { openArtefact, sourceOfBytes } from '../artefact/open-artefact.ts';

const read = async (text: string, isWanted = (path: readonly string[]) => path.length === 2, more: object = {}) => {
  const opened = await openArtefact(sourceOfBytes('file.xml', Buffer.from(text)));
  if (!opened.ok) throw new Error(opened.error.message);
  const elements: XmlElement[] = [];
  const result = await readXml(opened.value, { isWanted, onElement: (element) => elements.push(element), ...more });
  return { result, elements };
};

describe('reading XML as a stream', () => {
  it('hands out the wanted elements with their lines, references and CDATA decoded', async () => {
    const { result, elements } = await read(
      '<list version="3">\n<channel id="1"><name>A &amp; B</name></channel>\n<channel><script><![CDATA[x < y]]>&#xd;\nz</script></channel></list>',
    );
    expect(result).toMatchObject({
      ok: true,
      value: { root: 'list', rootAttributes: { version: '3' }, repaired: false, cut: 0 },
    });
    expect(elements.map(({ line, attributes }) => [line, attributes])).toEqual([
      [2, { id: '1' }],
      [3, {}],
    ]);
    expect(textAt(elements[0], 'name')).toBe('A & B');
    expect(at(elements[1], 'script')?.text).toBe('x < y\r\nz');
  });

  it('accepts references to control characters, which these products write, and says so', async () => {
    const { result, elements } = await read('<list><channel><s>a&#xb;b&#x1c;c</s></channel></list>');
    expect(result).toMatchObject({ ok: true, value: { repaired: true } });
    expect(elements[0]?.children[0]?.text).toBe('a\u000bb\u001cc');
  });

  it('never resolves entities, and fetches nothing', async () => {
    const bomb = '<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><list><channel>&b;</channel></list>';
    expect((await read(bomb)).result).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED', message: expect.stringMatching(/entit/), line: 1 },
    });
    const outside = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><list><channel>&a;</channel></list>';
    const { result } = await read(outside);
    expect(JSON.stringify(result)).not.toMatch(/root:/);
    expect(result.ok).toBe(false);
  });

  it('refuses what is cut off or nested too deep, with the place', async () => {
    expect((await read('<list>\n<channel><name>x</na')).result).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED', line: 2 },
    });
    expect((await read('<a>'.repeat(400))).result).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/nested/) },
    });
    expect((await read(`<a><b>${'<c/>'.repeat(50)}</b></a>`, undefined, { maxElements: 20 })).result).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/20 elements/) },
    });
  });

  it('keeps nothing of secret elements, and no more of others than it may', async () => {
    const text = `<list><channel><template>PID|1|Doe</template><script>${'x'.repeat(100)}</script></channel></list>`;
    const isSecret = (path: readonly string[]): boolean => path.at(-1) === 'template';
    const { result, elements } = await read(text, undefined, { isSecret, maxText: 50 });
    expect(JSON.stringify(elements)).not.toMatch(/Doe/);
    expect(result).toMatchObject({ ok: true, value: { cut: 1 } });
  });

  it.each([
    ['<?xml version="1.0"?>\n<!-- x -->\n<channel version="3">', 'channel'],
    ['<!DOCTYPE html>\n<html>', 'html'],
    ['  <ns:ClinicalDocument xmlns:ns="urn">', 'ns:ClinicalDocument'],
    ['{"a": 1}', undefined],
    ['a < b', undefined],
  ])('tells the root of %j', (head, root) => {
    expect(rootNameOf(head)).toBe(root);
  });
});
