interface Window {
  /** What the address bar of a browser does. */
  goTo: (url: string) => void;
}
