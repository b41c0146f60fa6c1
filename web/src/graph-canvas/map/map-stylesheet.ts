import type { StylesheetJson } from 'cytoscape';
import { tones, isOpenTone } from '../../graph-model/tone.ts';
import type { Palette } from '../palette.ts';
import { dimLine, dimOpacity } from '../scene-style.ts';
import { mapSizes } from './map-plan.ts';

/** How the elements of the map are drawn with a palette. Places, texts and sizes come from the elements themselves. */
export const mapStylesheet = (palette: Palette): StylesheetJson => [
  // Beside the image that is moved in place of a large picture is bare ground.
  { selector: 'core', style: { 'outside-texture-bg-opacity': 0 } } as unknown as StylesheetJson[number],
  {
    selector: 'node',
    style: { width: 'data(width)', height: 'data(height)', shape: 'round-rectangle', 'overlay-opacity': 0 },
  },
  {
    selector: '.box',
    style: {
      'background-color': palette.panel,
      'border-color': palette.nodeLine,
      'border-width': 1.25,
      'corner-radius': '7',
      label: 'data(words)',
      color: palette.text,
      'font-family': palette.font,
      'font-size': 13,
      'font-weight': 'bold',
      'line-height': mapSizes.line / 13,
      'text-wrap': 'wrap',
      'text-max-width': '400px',
      'text-halign': 'center',
      'text-valign': 'center',
      'text-margin-y': 'data(lift)',
      'min-zoomed-font-size': 5,
      'z-index': 10,
    },
  } as unknown as StylesheetJson[number],
  { selector: '.box.large', style: { 'font-weight': 'normal', 'min-zoomed-font-size': 6 } },
  { selector: '.channel', style: { 'corner-radius': '24' } },
  { selector: '.group', style: { 'border-style': 'double', 'border-width': 4 } },
  {
    selector: '.marked',
    style: { 'border-color': palette.tone.undocumented, 'border-width': 4, 'background-color': palette.markedGround },
  },
  {
    selector: '.signed',
    style: {
      'background-image': 'data(images)',
      'background-width': 'data(sizes)',
      'background-height': 'data(sizes)',
      'background-position-x': 'data(xs)',
      'background-position-y': 'data(ys)',
      'background-offset-x': 'data(dxs)',
      'background-offset-y': 'data(dys)',
      'background-clip': 'none',
      'background-image-containment': 'over',
      'bounds-expansion': 14,
    },
  } as unknown as StylesheetJson[number],
  {
    selector: '.piece',
    style: {
      label: 'data(words)',
      color: palette.quiet,
      'font-family': palette.font,
      'font-size': 13,
      'line-height': mapSizes.line / 13,
      'text-wrap': 'wrap',
      'text-halign': 'center',
      'text-valign': 'center',
      'min-zoomed-font-size': 6,
      'z-index': 20,
    },
  },
  { selector: '.detail', style: { width: 1, height: 1, 'background-opacity': 0, 'border-width': 0, events: 'no' } },
  {
    selector: '.chip',
    style: {
      'background-color': palette.panel,
      'border-color': palette.accent,
      'border-width': 1.25,
      'corner-radius': '10',
      color: palette.text,
      'z-index': 30,
    },
  },
  {
    selector: '.chip-marked',
    style: { 'border-color': palette.tone.undocumented, 'background-color': palette.markedGround },
  },
  {
    selector: '.line',
    style: {
      'curve-style': 'bezier',
      'control-point-step-size': 34,
      width: 1.6,
      'line-color': palette.nodeLine,
      'target-arrow-color': palette.nodeLine,
      'target-arrow-shape': 'triangle',
      'arrow-scale': 0.95,
      'overlay-opacity': 0,
    },
  },
  { selector: '.line.large', style: { 'curve-style': 'straight', width: 1.2, 'arrow-scale': 0.8 } },
  { selector: '.line.serves', style: { 'target-arrow-shape': 'circle', 'target-arrow-fill': 'hollow' } },
  { selector: '.line.bundle', style: { width: 3 } },
  ...tones
    .filter((tone) => isOpenTone(tone) || tone === 'withheld')
    .map((tone) => ({
      selector: `.line.${tone}`,
      style: { 'line-color': palette.tone[tone], 'target-arrow-color': palette.tone[tone] },
    })),
  { selector: '.line.undocumented', style: { width: 3.5, 'z-index': 4 } },
  {
    selector: '.worded, .line.told',
    style: {
      label: 'data(words)',
      color: palette.text,
      'font-family': palette.font,
      'font-size': 13,
      'text-background-color': palette.panel,
      'text-background-opacity': 1,
      'text-background-padding': '3px',
      'text-background-shape': 'roundrectangle',
      'text-border-color': palette.line,
      'text-border-width': 1,
      'text-border-opacity': 1,
      'min-zoomed-font-size': 6,
      'z-index': 6,
    },
  },
  { selector: '.line.told', style: { label: 'data(all)' } },
  { selector: '.box.quiet', style: { color: palette.quiet, 'border-opacity': 0.6 } },
  // Lines fade; the words on them go quiet, yet stay readable.
  { selector: '.line.quiet', style: { 'line-opacity': 0.4, color: palette.quiet } },
  { selector: '.line.near', style: { width: 3, 'line-opacity': 1, 'z-index': 5 } },
  {
    selector: '.line.path',
    style: {
      width: 5,
      'line-opacity': 1,
      'arrow-scale': 1.2,
      'underlay-color': palette.accent,
      'underlay-opacity': 0.3,
      'underlay-padding': 5,
      'z-index': 7,
    },
  },
  { selector: '.box.path', style: { 'border-color': palette.accent, 'border-width': 3 } },
  { selector: '.box.path.marked', style: { 'border-color': palette.tone.undocumented, 'border-width': 4 } },
  { selector: '.box.dim', style: { color: palette.dim, 'font-weight': 'normal', 'border-opacity': dimOpacity } },
  { selector: '.piece.dim', style: { color: palette.dim } },
  { selector: '.line.dim', style: { 'line-opacity': dimLine, color: palette.dim } },
  {
    selector: '.box.selected',
    style: {
      'outline-color': palette.accent,
      'outline-width': 3,
      'outline-offset': 3,
      'outline-opacity': 1,
      'border-opacity': 1,
      color: palette.text,
      'z-index': 12,
    },
  },
  {
    selector: '.line.selected',
    style: {
      'underlay-color': palette.accent,
      'underlay-opacity': 0.35,
      'underlay-padding': 5,
      'z-index': 8,
      'line-opacity': 1,
    },
  },
];
