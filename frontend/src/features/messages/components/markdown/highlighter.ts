import type { Piece } from './highlight';
import type { Answer, Question } from './highlight-worker';

/** About what a long visit scrolls past; rows come and go while scrolling. */
const MOST_KEPT = 200;
/** Milliseconds after which a grammar is taken for lost in a text. */
const PATIENCE = 2_000;

type OpenWorker = () => Worker;

interface Waiting {
  question: Question;
  answer: (pieces: readonly Piece[] | null) => void;
}

/**
 * Has code coloured by a worker, one after the other: the grammars are large, and what is scrolled past, or a text in which one of them loses
 * itself, is nothing for a page to wait for.
 */
export class Highlighter {
  private readonly kept = new Map<string, readonly Piece[]>();
  private readonly waiting: Waiting[] = [];
  private worker: Worker | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastId = 0;

  constructor(private readonly open: OpenWorker) {}

  /** What was coloured lately. */
  known(code: string, language: string): readonly Piece[] | null {
    return this.kept.get(keyOf(code, language)) ?? null;
  }

  /** Null where it stays plain. */
  async highlight(code: string, language: string): Promise<readonly Piece[] | null> {
    const pieces = await new Promise<readonly Piece[] | null>((answer) => {
      this.waiting.push({ question: { id: (this.lastId += 1), code, language }, answer });
      if (this.waiting.length === 1) this.ask();
    });
    if (pieces) this.keep(keyOf(code, language), pieces);
    return pieces;
  }

  private ask(): void {
    const [next] = this.waiting;
    if (!next) return;
    this.timer = setTimeout(() => this.giveUp(), PATIENCE);
    try {
      this.worker ??= this.start();
      this.worker.postMessage(next.question);
    } catch {
      this.giveUp();
    }
  }

  private start(): Worker {
    const worker = this.open();
    worker.onmessage = ({ data: { id, pieces } }: MessageEvent<Answer>) => {
      if (this.waiting[0]?.question.id === id) this.settle(pieces);
    };
    worker.onerror = () => this.giveUp();
    return worker;
  }

  /** The next one gets a worker of its own. */
  private giveUp(): void {
    this.worker?.terminate();
    this.worker = null;
    this.settle(null);
  }

  private settle(pieces: readonly Piece[] | null): void {
    clearTimeout(this.timer);
    this.waiting.shift()?.answer(pieces);
    this.ask();
  }

  private keep(key: string, pieces: readonly Piece[]): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, pieces);
  }
}

const keyOf = (code: string, language: string): string => `${language}\n${code}`;

/** That of the page. */
export const highlighter = new Highlighter(() => new Worker(new URL('./highlight-worker.ts', import.meta.url), { type: 'module' }));
