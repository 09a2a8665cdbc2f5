/** What a message's text says, without any HTML: React makes elements of these and of nothing else. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'em' | 'del' | 'spoiler'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'mention'; target: 'user' | 'role' | 'channel'; id: string }
  /** Of a server. */
  | { kind: 'emoji'; name: string; id: string }
  /** `@everyone` or `@here`. */
  | { kind: 'everyone'; text: string }
  /** `href` is http, https or mailto. */
  | { kind: 'link'; href: string; children: Inline[] };

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'code'; text: string; language: string };
