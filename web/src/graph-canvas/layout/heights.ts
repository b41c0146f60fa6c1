import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Point } from '../scene.ts';
import type { Plan } from './plan.ts';

/** A layer a line crosses, and at what height. Layers: twice the column for a lane, one more for the gap right of it. */
export interface Crossing {
  readonly layer: number;
  readonly y: number;
}

/** What the layout engine decided, as heights only. `left` and `right` are the ends of a line as the picture has them. */
export interface Heights {
  readonly yById: ReadonlyMap<string, number>;
  readonly endsByEdge: ReadonlyMap<string, { readonly left: number; readonly right: number }>;
  readonly crossedByEdge: ReadonlyMap<string, readonly Crossing[]>;
  readonly crossings: readonly number[];
  readonly crossingsByColumn: ReadonlyMap<number, readonly number[]>;
}

/** The heights in a laid-out graph, moved so that the highest box stands right under the lane headers. Pure and total. */
export const readHeights = (plan: Plan, laidOut: ElkNode): Heights => {
  const children = laidOut.children ?? [];
  const top = Math.min(...children.map((child) => child.y ?? 0), Number.MAX_SAFE_INTEGER);
  const shift = plan.sizes.laneHeader + plan.sizes.lanePadding - (children.length === 0 ? 0 : top);
  const yById = new Map(children.map((child) => [child.id, (child.y ?? 0) + (child.height ?? 0) / 2 + shift]));
  const centreOfLayer = layerCentres(plan, children);
  const lineById = new Map((laidOut.edges ?? []).map((edge) => [edge.id, lineOf(edge)]));
  const badgeByEdge = new Map(plan.badges.map((badge) => [badge.edge, badge]));

  const endsByEdge = new Map<string, { left: number; right: number }>();
  const crossedByEdge = new Map<string, Crossing[]>();
  const crossingsByColumn = new Map<number, number[]>();
  for (const edge of plan.edges) {
    const from = plan.columnOf.get(edge.source) ?? 0;
    const to = plan.columnOf.get(edge.target) ?? 0;
    const first = lineById.get(`${edge.id}|0`);
    const badge = badgeByEdge.get(edge.id);
    const second = badge === undefined ? first : lineById.get(`${edge.id}|1`);
    if (first === undefined || second === undefined || from === to) continue;
    endsByEdge.set(edge.id, { left: (first[0]?.y ?? 0) + shift, right: (second.at(-1)?.y ?? 0) + shift });
    const crossed: Crossing[] = [];
    for (let layer = Math.min(from, to) * 2 + 1; layer < Math.max(from, to) * 2; layer += 1) {
      if (badge !== undefined && layer === badge.gap * 2 + 1) {
        crossed.push({ layer, y: yById.get(badge.id) ?? 0 });
        continue;
      }
      const x = centreOfLayer.get(layer);
      if (x === undefined) continue;
      const line = badge !== undefined && layer > badge.gap * 2 + 1 ? second : first;
      const y = heightAt(line, x) + shift;
      crossed.push({ layer, y });
      if (layer % 2 === 0) crossingsByColumn.set(layer / 2, [...(crossingsByColumn.get(layer / 2) ?? []), y]);
    }
    crossedByEdge.set(edge.id, crossed);
  }
  const crossings = [...crossedByEdge.values()].flat().map((crossing) => crossing.y);
  return { yById, endsByEdge, crossedByEdge, crossings, crossingsByColumn };
};

const layerCentres = (plan: Plan, children: readonly ElkNode[]): ReadonlyMap<number, number> => {
  const childById = new Map(children.map((child) => [child.id, child]));
  const spans = new Map<number, { left: number; right: number }>();
  const add = (layer: number, id: string): void => {
    const child = childById.get(id);
    if (child === undefined) return;
    const left = child.x ?? 0;
    const right = left + (child.width ?? 0);
    const span = spans.get(layer);
    spans.set(
      layer,
      span === undefined ? { left, right } : { left: Math.min(span.left, left), right: Math.max(span.right, right) },
    );
  };
  for (const node of plan.nodes) add(node.column * 2, node.view.id);
  for (const badge of plan.badges) add(badge.gap * 2 + 1, badge.id);
  return new Map([...spans].map(([layer, span]) => [layer, (span.left + span.right) / 2]));
};

const lineOf = (edge: ElkExtendedEdge): readonly Point[] => {
  const section = edge.sections?.[0];
  return section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
};

/** How high a line is at `x`. Within a layer the engine draws it level, so there is one height; outside its reach, the nearer end's. */
const heightAt = (line: readonly Point[], x: number): number => {
  for (const [index, point] of line.entries()) {
    const next = line[index + 1];
    if (next === undefined) break;
    if (Math.min(point.x, next.x) <= x && x <= Math.max(point.x, next.x) && point.x !== next.x) {
      return point.y + ((x - point.x) / (next.x - point.x)) * (next.y - point.y);
    }
  }
  return (x < (line[0]?.x ?? 0) ? line[0]?.y : line.at(-1)?.y) ?? 0;
};
