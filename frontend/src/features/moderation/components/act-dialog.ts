export interface ActDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}
