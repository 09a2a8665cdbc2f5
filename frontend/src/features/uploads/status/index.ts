/** A file that is on its way, for whoever shows it: what it looks like on this device, and how far it is. */
export { FilePreview } from '../components/FilePreview';
export { UploadActs } from '../components/UploadActs';
export { UploadBar } from '../components/UploadBar';
export { default as UploadStatus } from '../components/UploadStatus';
