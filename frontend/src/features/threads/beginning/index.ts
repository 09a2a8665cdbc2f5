/** Beginning a thread or a post, with files: apart from what the first screen shows of threads. */
export { BeginningFiles } from './BeginningFiles';
export { BeginningFooter } from './BeginningFooter';
export { faultsOf, useBegin, useBeginning, type Beginning } from './use-beginning';
