import { Injectable } from '@nestjs/common';
import { singleServerEvents, type ServerEventEntry, type ServerPayload, type SingleServerEventName } from '@hearth/contract';
import type { HearthServer } from './sockets.js';

/**
 * Sends events to rooms. Each is put into its schema's shape and serialised once, however many sockets listen. Several events for the
 * same rooms travel in one `events` frame.
 */
@Injectable()
export class Publisher {
  private server: HearthServer | undefined;

  attach(server: HearthServer): void {
    this.server = server;
  }

  emit<N extends SingleServerEventName>(rooms: string | string[], name: N, payload: ServerPayload<N>): void {
    this.send(rooms, [[name, payload] as ServerEventEntry]);
  }

  /** In order. */
  emitAll(rooms: string | string[], entries: ServerEventEntry[]): void {
    this.send(rooms, entries);
  }

  /** To this node's sockets only: what every node does for itself. */
  emitLocally<N extends SingleServerEventName>(rooms: string | string[], name: N, payload: ServerPayload<N>): void {
    const body = singleServerEvents[name].parse(payload);
    this.server?.local.to(rooms).emit(...([name, body] as EmitArguments));
  }

  /** As `emitAll`, to this node's sockets only. */
  emitAllLocally(rooms: string | string[], entries: ServerEventEntry[]): void {
    const frame = frameOf(entries);
    if (frame && rooms.length > 0) this.server?.local.to(rooms).emit(...frame);
  }

  private send(rooms: string | string[], entries: ServerEventEntry[]): void {
    if (!this.server || rooms.length === 0) return;
    const frame = frameOf(entries);
    if (frame) this.server.to(rooms).emit(...frame);
  }
}

function frameOf(entries: ServerEventEntry[]): EmitArguments | undefined {
  if (entries.length === 0) return undefined;
  const shaped = entries.map(([name, payload]) => [name, singleServerEvents[name].parse(payload)] as ServerEventEntry);
  return (shaped.length === 1 ? shaped[0] : ['events', shaped]) as EmitArguments;
}

// Socket.IO's types want one event's name with its own payload; a pair taken from the union cannot be shown to fit.
type EmitArguments = ['presence', ServerPayload<'presence'>];
