// Apart from what the first screen shows of threads.
export { TagChoices } from './TagChoices';
