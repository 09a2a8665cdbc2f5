import { highlighted, type Piece } from './highlight';

/** A code to be shown in colours, and what became of it. `id` is the asker's. */
export interface Question {
  id: number;
  code: string;
  language: string;
}

export interface Answer {
  id: number;
  pieces: readonly Piece[];
}

/** As much as this file needs of the scope of a worker. */
interface WorkerScope {
  onmessage: (event: MessageEvent<Question>) => void;
  postMessage: (answer: Answer) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, code, language } }) => scope.postMessage({ id, pieces: highlighted(code, language) });
