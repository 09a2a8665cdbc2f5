import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { Client } from 'minio';
import { s3Code } from './s3-faults.js';
import type { S3Config } from '../../../config/app-config.js';

const RULES_OF_BROWSERS = `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><CORSRule><AllowedOrigin>*</AllowedOrigin>\
<AllowedMethod>GET</AllowedMethod><AllowedMethod>HEAD</AllowedMethod><AllowedHeader>*</AllowedHeader>\
<ExposeHeader>Content-Range</ExposeHeader><MaxAgeSeconds>3600</MaxAgeSeconds></CORSRule></CORSConfiguration>`;
const RULES_OF_LIFE = `<LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ID>hearth-unfinished</ID>\
<Filter><Prefix></Prefix></Filter><Status>Enabled</Status><AbortIncompleteMultipartUpload><DaysAfterInitiation>2</DaysAfterInitiation>\
</AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>`;

const MADE_BY_ANOTHER = new Set(['BucketAlreadyOwnedByYou', 'OperationAborted']);

/** The one bucket: made where it is missing, with rules where it has none of its own. */
export class S3Bucket {
  private opened: Promise<void> | undefined;

  constructor(
    private readonly client: Client,
    private readonly settings: S3Config,
    private readonly warn: (fault: unknown, what: string) => void,
  ) {}

  /** Rejects as long as it is not there and cannot be made; each call tries again. */
  ready(): Promise<void> {
    this.opened ??= this.open().catch((fault: unknown) => {
      this.opened = undefined;
      throw fault;
    });
    return this.opened;
  }

  /** It went away. */
  forget(): void {
    this.opened = undefined;
  }

  exists(): Promise<boolean> {
    return this.client.bucketExists(this.settings.bucket);
  }

  private async open(): Promise<void> {
    if (!(await this.exists())) await this.make();
    // Many services have no such rules; then the sweeping does without.
    void this.rule('cors', RULES_OF_BROWSERS);
    void this.rule('lifecycle', RULES_OF_LIFE);
  }

  private async make(): Promise<void> {
    try {
      await this.client.makeBucket(this.settings.bucket, this.settings.region);
    } catch (fault) {
      if (!MADE_BY_ANOTHER.has(s3Code(fault) ?? '')) throw fault;
    }
  }

  private async rule(query: 'cors' | 'lifecycle', rules: string): Promise<void> {
    const request = { bucketName: this.settings.bucket, query };
    try {
      if (await this.has(request)) return;
      const headers = { 'content-md5': createHash('md5').update(rules).digest('base64') };
      await this.client.makeRequestAsyncOmit({ ...request, method: 'PUT', headers }, rules, [200, 204]);
    } catch (fault) {
      this.warn(fault, `the S3 bucket takes no rules for ${query}`);
    }
  }

  /** What somebody set stays as it is. */
  private async has(request: { bucketName: string; query: string }): Promise<boolean> {
    try {
      // A service that knows no such rules may answer with what is in the bucket.
      return (await text(await this.client.makeRequestAsync({ ...request, method: 'GET' }))).includes('Configuration');
    } catch (fault) {
      if (s3Code(fault)?.startsWith('NoSuch')) return false;
      throw fault;
    }
  }
}
