export const GroupHeading = ({ children }: { children: string }) => (
  <p role="presentation" dir="auto" className="truncate px-1 pt-2 pb-1 text-match-parent text-meta font-medium text-fg-subtle">
    {children}
  </p>
);
