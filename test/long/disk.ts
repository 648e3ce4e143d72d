import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The kernel's own way to stop a file system as if the power were cut: what is not on disk by then never gets there. */
const SHUTDOWN = `import fcntl, os, struct, sys
fd = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(fd, 0x8004587d, struct.pack('I', 2))`;

const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });

/** A disk of its own in a file, whose power can be cut. */
export class Disk {
  readonly folder: string;
  readonly #image: string;
  readonly #options: string;

  /** @param options of the mount, e.g. `noauto_da_alloc` */
  constructor(at: string, kind: 'ext4' | 'xfs', options = 'defaults') {
    this.#image = join(at, 'disk.img');
    this.folder = join(at, 'disk');
    this.#options = options;
    mkdirSync(this.folder, { recursive: true });
    run('truncate', '-s', kind === 'xfs' ? '320M' : '64M', this.#image);
    run(`mkfs.${kind}`, ...(kind === 'xfs' ? ['-q', '-f'] : ['-q', '-F']), this.#image);
    this.mount();
  }

  mount(): void {
    run('mount', '-o', `loop,${this.#options}`, this.#image, this.folder);
  }

  /** Cuts the power: everything that still writes fails from here on. */
  cut(): void {
    run('python3', '-c', SHUTDOWN, this.folder);
  }

  unmount(): void {
    run('umount', this.folder);
  }
}
