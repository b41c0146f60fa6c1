import type { Importer } from '../importer.ts';
import { rootNameOf } from '../xml/read-xml.ts';
import { readEngine } from './read-engine.ts';

const roots = new Set(['channelGroup', 'serverConfiguration', 'codeTemplateLibrary', 'codeTemplate']);

/** The importer of exports of Mirth Connect, NextGen Connect and Open Integration Engine. */
export const mirthImporter: Importer = {
  kind: 'mirth',
  title: 'Mirth Connect, NextGen Connect or Open Integration Engine export',
  recognise: ({ head }) => {
    const root = rootNameOf(head);
    if (root === undefined) return Promise.resolve(false);
    // Other products have channels and configurations of servers, too.
    if (root === 'channel')
      return Promise.resolve(/<channel\s+version=|<(?:sourceConnector|destinationConnectors|revision)\b/.test(head));
    if (roots.has(root))
      return Promise.resolve(
        /<(?:channels|channelGroups?|channelTags|codeTemplates?|codeTemplateLibraries|serverSettings|globalScripts|configurationMap|contextType|contextSet|code|revision)\b/.test(
          head.slice(head.indexOf(`<${root}`) + root.length + 1),
        ),
      );
    if (root === 'list')
      return Promise.resolve(
        /<list>\s*<(?:channel|codeTemplate|com\.mirth\.connect\.model\.CodeTemplate)\b/.test(head),
      );
    // Global scripts are a map of the names of scripts to their text.
    return Promise.resolve(
      root === 'map' && /<string>(?:Deploy|Undeploy|Shutdown|Preprocessor|Postprocessor)<\/string>/.test(head),
    );
  },
  read: readEngine,
};
