export { default as JumpToDateDialog } from './JumpToDateDialog';
export { default as QuickSwitcher } from './QuickSwitcher';
export { default as SearchPane } from './SearchPane';
