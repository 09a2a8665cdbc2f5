/** The part of Node's global that is used here; TypeScript knows it from the DOM's types only. */
declare namespace WebAssembly {
  type Exports = Record<string, unknown> & { __wbindgen_start(): void };
  function instantiate(bytes: Uint8Array, imports: Record<string, Record<string, unknown>>): Promise<{ instance: { exports: Exports } }>;
}
