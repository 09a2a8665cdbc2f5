export default function stopPostgres() {
  return globalThis.stopPostgres();
}
