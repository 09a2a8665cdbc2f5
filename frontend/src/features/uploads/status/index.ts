export { default as UploadStatus } from '../components/UploadStatus';
