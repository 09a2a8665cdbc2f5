import { limits, type ChannelType } from '@hearth/contract';
import { ProblemError } from '../http/problem.js';

/** Where a channel stands, as far as ordering needs it. */
export interface ChannelPlace {
  id: string;
  type: ChannelType;
  parentId: string | null;
  position: number;
}

/** `parentId` left out: the channel stays in its category. */
export interface ChannelMove {
  id: string;
  position: number;
  parentId?: string | null | undefined;
}

const invalid = (path: string, message: string) => new ProblemError('VALIDATION', { detail: message, errors: [{ path, message }] });

/**
 * Which category a new channel goes into.
 *
 * @throws VALIDATION when it cannot be there, LIMIT_REACHED when the server or the category is full
 */
export function placeNew(existing: readonly ChannelPlace[], type: ChannelType, parentId: string | null): { position: number } {
  if (existing.length >= limits.channelsPerServer) {
    throw new ProblemError('LIMIT_REACHED', { detail: `A server has at most ${limits.channelsPerServer} channels` });
  }
  if (parentId !== null) requireCategory(existing, type, parentId, 'body.parentId');
  const siblings = existing.filter((channel) => channel.parentId === parentId);
  if (parentId !== null && siblings.length >= limits.channelsPerCategory) {
    throw new ProblemError('LIMIT_REACHED', { detail: `A category has at most ${limits.channelsPerCategory} channels` });
  }
  return { position: Math.max(-1, ...siblings.map(({ position }) => position)) + 1 };
}

/**
 * What really changes when channels are moved.
 *
 * @param existing every channel of the server
 * @param visible ids of those that the mover may see; others do not exist for them
 * @throws VALIDATION for a move that names a channel twice, one that is not there, or a category that cannot hold it
 */
export function planOrder(existing: readonly ChannelPlace[], visible: ReadonlySet<string>, moves: readonly ChannelMove[]): ChannelPlace[] {
  const places = new Map(existing.map((place) => [place.id, place]));
  const shown = existing.filter(({ id }) => visible.has(id));
  const moved = moves.map((move, index): ChannelPlace => {
    const present = visible.has(move.id) ? places.get(move.id) : undefined;
    if (!present) throw invalid(`body.channels.${index}.id`, 'must be a channel of this server');
    const parentId = move.parentId === undefined ? present.parentId : move.parentId;
    if (move.parentId) requireCategory(shown, present.type, move.parentId, `body.channels.${index}.parentId`);
    return { ...present, position: move.position, parentId };
  });
  if (new Set(moved.map(({ id }) => id)).size < moved.length) throw invalid('body.channels', 'must name each channel once');
  const changed = moved.filter((place) => !isSamePlace(place, places.get(place.id)));
  for (const place of changed) places.set(place.id, place);
  requireRoom([...places.values()], changed);
  return changed;
}

function requireCategory(channels: readonly ChannelPlace[], type: ChannelType, parentId: string, path: string): void {
  if (type === 'CATEGORY') throw invalid(path, 'a category cannot be inside another');
  const parent = channels.find(({ id }) => id === parentId);
  if (parent?.type !== 'CATEGORY') throw invalid(path, 'must be a category of this server');
}

function requireRoom(places: readonly ChannelPlace[], changed: readonly ChannelPlace[]): void {
  for (const parentId of new Set(changed.map((place) => place.parentId))) {
    if (parentId === null) continue;
    const count = places.filter((place) => place.parentId === parentId).length;
    if (count > limits.channelsPerCategory) throw invalid('body.channels', `at most ${limits.channelsPerCategory} channels in a category`);
  }
}

const isSamePlace = (one: ChannelPlace, other: ChannelPlace | undefined) =>
  other !== undefined && one.position === other.position && one.parentId === other.parentId;
