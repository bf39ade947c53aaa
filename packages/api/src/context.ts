import type {
  DirectoryRow,
  LinkHolder,
  ListDirectoryInput,
  LiveEvent,
  LoginInput,
  OperatorLinkHolder,
  OperatorLoginInput,
  OperatorPermission,
  Page,
  Permission,
  ReadLinkInput,
  RegisterInput,
  Registration,
  SecondStepInput,
  SignInAnswer,
  UseLinkInput,
  UseOperatorLinkInput,
} from "@storehouse/domain";
import type {
  AccountPorts,
  BackupPorts,
  FactoryStanding,
  KeyPorts,
  ModulePorts,
  Outlive,
  PlatformContext,
  PlatformPorts,
  SupportPorts,
  TenantContext,
  UsagePorts,
  WebhookPorts,
} from "@storehouse/services";
import type { AnsweredCall } from "./api-options.ts";

/** What is known of a request before anybody asks who sends it. */
export type Visit = Readonly<{
  requestId: string;
  /** Of the socket, or of the proxy hop that is trusted. Never what the client claims beyond that. */
  address: string;
  userAgent: string;
  cookieHeader: string;
  /** What a program shows in place of a cookie: a session token or an API key. */
  bearer: string | undefined;
  setCookie: (header: string) => void;
  /** Where a program signs in: takes the new session's token, and no cookie is set. */
  handToken?: (token: string) => void;
}>;

/** An event of a stream and the id to come back with: what the client library makes of the library's own `tracked`, whose type has no name here. */
export type LiveStep = Readonly<{ id: string; data: LiveEvent }>;

/** What a procedure for signed-in people is given: their factory, and what their own account is managed with. */
export type SignedIn = Readonly<{
  tenant: TenantContext;
  factory: FactoryStanding;
  accounts: AccountPorts & KeyPorts & WebhookPorts;
  /** The factory's backups, and no other's. */
  backups: BackupPorts;
  /** What was measured of the factory, and of no other. */
  usage: UsagePorts;
  /** Support in the factory, and in no other. */
  support: SupportPorts;
  /** Which modules the factory has turned off. */
  modules: ModulePorts;
  /** Somebody else chose their password: until they have changed it, they do nothing else. */
  mustChangePassword: boolean;
  /** Keeps the factory's database open for work that goes on after the request has been answered. */
  outlive: Outlive;
  /** Follows the factory's feed until the signal, from an event id on. Throws RATE_LIMITED. */
  watch: (lastEventId: string | null | undefined, signal: AbortSignal | undefined) => AsyncIterable<LiveStep>;
}>;

/** What every procedure is given. The factory is behind `signIn`, which reads the session and nothing else of the request. */
export type RequestContext = Readonly<{
  visit: Visit;
  /** Finds out who is there and opens their factory; once per request. Throws NOT_SIGNED_IN, FACTORY_SUSPENDED, BUSY, UNAVAILABLE. */
  signIn: () => Promise<SignedIn>;
  door: Door;
  /** The console's own way in: it reads the console's cookie alone. */
  operators: Readonly<{ signIn: () => Promise<SignedInOperator>; door: OperatorDoor }>;
  onCall: ((call: AnsweredCall) => void) | undefined;
}>;

/** The verbs of those who are not signed in. */
export type Door = Readonly<{
  register: (visit: Visit, input: RegisterInput) => Promise<{ ticket: string; login: string }>;
  registration: (visit: Visit, input: Readonly<{ ticket: string }>) => Promise<Registration>;
  logIn: (visit: Visit, input: LoginInput) => Promise<SignInAnswer>;
  secondStep: (visit: Visit, input: SecondStepInput) => Promise<SignInAnswer>;
  readLink: (visit: Visit, input: ReadLinkInput) => Promise<LinkHolder>;
  useLink: (visit: Visit, input: UseLinkInput) => Promise<SignInAnswer>;
  directory: (input: ListDirectoryInput) => Promise<Page<DirectoryRow>>;
  leaveSupport: (visit: Visit) => Promise<Record<string, never>>;
}>;

/** What a procedure of the console is given: who asks, the central database, and no factory. */
export type SignedInOperator = Readonly<{
  platform: PlatformContext;
  ports: PlatformPorts;
  clearCookie: () => void;
  /** Opens a support session in a factory whose grant stands, and sets its cookie. Throws SUPPORT_CLOSED. */
  enterSupport: (factoryId: string) => Promise<void>;
}>;

/** The verbs of operators who are not signed in. */
export type OperatorDoor = Readonly<{
  logIn: (visit: Visit, input: OperatorLoginInput) => Promise<Readonly<{ challenge: string }>>;
  secondStep: (visit: Visit, input: SecondStepInput) => Promise<Record<string, never>>;
  readLink: (visit: Visit, input: ReadLinkInput) => Promise<OperatorLinkHolder>;
  useLink: (visit: Visit, input: UseOperatorLinkInput) => Promise<Readonly<{ recoveryCodes: readonly string[] }>>;
}>;

/** Every procedure says who may call it: the holders of a permission, operators who hold one of theirs, or everybody. */
export type ProcedureMeta = Readonly<
  { permission: Permission } | { operatorPermission: OperatorPermission } | { isPublic: true }
>;
