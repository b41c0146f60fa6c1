import type { StylesheetJson } from 'cytoscape';
import { tones } from '../graph-model/tone.ts';
import type { Palette } from './palette.ts';
import { sizes as deskSizes, type Sizes } from './layout/sizes.ts';
import { dimLine, dimOpacity } from './scene-style.ts';

/** How the elements of a scene are drawn with a palette. Places, texts and sizes come from the elements themselves. */
export const stylesheet = (palette: Palette, sizes: Sizes = deskSizes): StylesheetJson => [
  {
    selector: 'node',
    style: {
      width: 'data(width)',
      height: 'data(height)',
      'overlay-opacity': 0,
      'background-opacity': 1,
      shape: 'round-rectangle',
    },
  },
  {
    selector: '.lane',
    style: {
      'background-color': palette.lane,
      'border-width': 0,
      'corner-radius': '8',
      events: 'no',
      'z-compound-depth': 'bottom',
    },
  },
  {
    selector: '.body',
    style: {
      'background-color': palette.panel,
      'border-color': palette.nodeLine,
      'border-width': 1.25,
      'corner-radius': '7',
      'border-position': 'center',
      'z-index': 10,
    },
  },
  { selector: '.channel, .audience', style: { 'corner-radius': '24' } },
  { selector: '.group', style: { 'border-style': 'double', 'border-width': 4 } },
  {
    selector: '.marked',
    style: { 'border-color': palette.tone.undocumented, 'border-width': 4, 'background-color': palette.markedGround },
  },
  {
    selector: '.body.selected, .badge.selected',
    style: { 'outline-color': palette.accent, 'outline-width': 3, 'outline-offset': 3, 'outline-opacity': 1 },
  },
  {
    selector: '.text',
    style: {
      width: 1,
      height: 1,
      'background-opacity': 0,
      'border-width': 0,
      label: 'data(words)',
      color: palette.text,
      'font-family': palette.font,
      'font-size': sizes.type,
      'line-height': sizes.line / sizes.type,
      'text-wrap': 'wrap',
      'text-max-width': '600px',
      'text-halign': 'right',
      'text-valign': 'center',
      'text-justification': 'left',
      events: 'no',
      'z-index': 20,
    },
  },
  { selector: '.heading', style: { color: palette.quiet, 'font-weight': 'bold' } },
  { selector: '.strong', style: { 'font-weight': 'bold' } },
  { selector: '.quiet', style: { color: palette.quiet } },
  ...tones.map((tone) => ({ selector: `.text.${tone}`, style: { color: palette.tone[tone] } })),
  {
    selector: '.glyph',
    style: {
      width: 'data(size)',
      height: 'data(size)',
      'background-opacity': 0,
      'border-width': 0,
      'background-image': 'data(image)',
      'background-fit': 'contain',
      'background-clip': 'none',
      events: 'no',
      'z-index': 25,
    },
  },
  {
    selector: '.badge',
    style: {
      'background-color': palette.panel,
      'border-width': 1.25,
      'border-color': palette.line,
      'corner-radius': '5',
      'z-index': 15,
    },
  },
  ...tones.map((tone) => ({ selector: `.badge.${tone}`, style: { 'border-color': palette.tone[tone] } })),
  { selector: '.badge.undocumented', style: { 'background-color': palette.markedGround } },
  {
    selector: '.label',
    style: { 'background-color': palette.ground, 'border-width': 0, 'corner-radius': '4', events: 'no', 'z-index': 16 },
  },
  {
    selector: '.line',
    style: {
      'curve-style': 'unbundled-bezier',
      'edge-distances': 'endpoints',
      'control-point-weights': 'data(weights)',
      'control-point-distances': 'data(distances)',
      'source-endpoint': 'data(start)',
      'target-endpoint': 'data(end)',
      width: 2,
      'arrow-scale': 0.95,
      'target-arrow-shape': 'none',
      'overlay-opacity': 0,
    },
  } as unknown as StylesheetJson[number],
  ...tones.map((tone) => ({
    selector: `.line.${tone}`,
    style: { 'line-color': palette.tone[tone], 'target-arrow-color': palette.tone[tone] },
  })),
  { selector: '.line.arrow', style: { 'target-arrow-shape': 'triangle' } },
  { selector: '.line.bar', style: { 'target-arrow-shape': 'tee', 'arrow-scale': 1.4 } },
  { selector: '.line.thin', style: { width: 1.25 } },
  { selector: '.line.strong', style: { width: 4 } },
  { selector: '.line.path', style: { width: 3.5, 'z-index': 5 } },
  { selector: '.line.strong.path', style: { width: 5.5 } },
  // Boxes and plates stay opaque, so that lines do not show through. Words go quiet, yet never fade: they stay readable.
  { selector: '.text.dim', style: { color: palette.dim, 'font-weight': 'normal' } },
  { selector: '.glyph.dim', style: { opacity: dimOpacity } },
  { selector: '.body.dim, .badge.dim', style: { 'border-opacity': dimOpacity } },
  { selector: '.line.dim', style: { opacity: dimLine } },
  {
    selector: '.line.selected',
    style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.35, 'underlay-padding': 5, 'z-index': 6 },
  },
];
