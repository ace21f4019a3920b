/** What an engine makes of an image and of compose.yaml: the specification of a container that runc runs. */

/** As the image carries it. */
export interface ImageConfig {
  readonly Entrypoint: readonly string[];
  readonly Env: readonly string[];
  readonly User: string;
  readonly WorkingDir: string;
  readonly Healthcheck: { readonly Test: readonly string[] };
}

/** As compose.yaml grants it. */
export interface Service {
  readonly read_only: boolean;
  readonly tmpfs: readonly string[];
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly pids_limit: number;
  readonly mem_limit: string;
}

export interface Container {
  readonly image: ImageConfig;
  readonly service: Service;
  /** Folder of the image's files. */
  readonly root: string;
  /** Folder of this machine that is its volume. */
  readonly data: string;
  readonly user: { readonly uid: number; readonly gid: number };
}

interface Mount {
  readonly destination: string;
  readonly type: string;
  readonly source: string;
  readonly options: readonly string[];
}

/** What `runc spec` writes, as much of it as is looked at here. */
export interface Specification {
  readonly process: Readonly<Record<string, unknown>>;
  readonly mounts: readonly Mount[];
  readonly linux: Readonly<Record<string, unknown>>;
}

const MiB = 1024 * 1024;

/** `usual` is what runc itself suggests: namespaces, what of /proc is hidden, and the like. */
export const bundleOf = (
  usual: Specification,
  { image, service, root, data, user }: Container,
): Specification & Readonly<Record<string, unknown>> => ({
  ...usual,
  root: { path: root, readonly: service.read_only },
  process: {
    ...usual.process,
    terminal: false,
    user,
    args: image.Entrypoint,
    env: image.Env,
    cwd: image.WorkingDir,
    noNewPrivileges: service.security_opt.includes('no-new-privileges:true'),
    // What runc suggests is what Docker leaves, and less.
    ...(service.cap_drop.includes('ALL') && { capabilities: {} }),
  },
  mounts: [
    ...usual.mounts,
    ...service.tmpfs.map(temporary),
    { destination: '/data', type: 'bind', source: data, options: ['bind', 'rw'] },
  ],
  linux: {
    ...usual.linux,
    resources: {
      memory: { limit: Number.parseInt(service.mem_limit, 10) * MiB },
      pids: { limit: service.pids_limit },
    },
  },
});

/** `/tmp:noexec,size=32m` → a mount that everyone may write to. */
function temporary(line: string): Mount {
  const [destination = '', options = ''] = line.split(':');
  return { destination, type: 'tmpfs', source: 'tmpfs', options: [...options.split(','), 'mode=1777'] };
}
