import type { Importer } from '../importer.ts';
import { rootNameOf } from '../xml/read-xml.ts';
import { documentFacts } from './document-facts.ts';
import { readDocument } from './read-document.ts';

/** The importer of Consolidated CDA documents. */
export const ccdaImporter: Importer = {
  kind: 'ccda',
  title: 'C-CDA document (XML)',
  recognise: ({ head }) =>
    Promise.resolve(/^(?:[\w.-]+:)?ClinicalDocument$/.test(rootNameOf(head) ?? '') && head.includes('urn:hl7-org:v3')),
  read: async (artefact, { vocabulary, options }) => {
    const document = await readDocument(artefact);
    return document.ok ? { ok: true, value: documentFacts(document.value, vocabulary, options) } : document;
  },
};
