declare module "@20minutes/s3rver" {
  type Options = Readonly<{
    address: string;
    port: number;
    silent: boolean;
    allowMismatchedSignatures: boolean;
    directory: string;
    configureBuckets: readonly Readonly<{ name: string; configs: readonly string[] }>[];
  }>;
  /** The part of the S3 server that the tests use; it comes without types. */
  export default class S3rver {
    constructor(options: Options);
    run(): Promise<Readonly<{ port: number }>>;
    close(): Promise<void>;
  }
}
