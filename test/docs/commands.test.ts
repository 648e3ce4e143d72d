import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../house/sources.ts';
import { Checkout } from './checkout.ts';
import { curlRequest } from './curl.ts';
import { type Block, type Page, pages } from './documents.ts';
import { difference, textPattern } from './resembles.ts';

const systemdUnit = 'changes the machine: test/deploy/ holds the unit, and starts the service from these very files';
const dockerfile = 'needs a Docker engine: test/deploy/dockerfile.test.ts';

/** Lines that are not run here, and where they are checked. */
const elsewhere: Readonly<Record<string, string>> = {
  'npm ci && npm start':
    '`npm ci` is the first line of .ci/run; every curl line of a page is asked of what `npm start` starts',
  'npm ci && npm test': '.ci/run is these two lines',
  'npm pack': 'test/package runs it in a copy of the checkout',
  'npm install ./dixian-0.1.0.tgz': 'test/package installs the file in an empty folder',
  'npx dixian serve --config configuration.yaml': 'test/cli/serve.test.ts starts the service with a file',
  'npm ci --ignore-scripts && node server/build.mjs && node editor/build.mjs': systemdUnit,
  'sudo install -d /opt/dixian/server && sudo cp -r dist rules package.json package-lock.json /opt/dixian/ && sudo cp server/dixian.mjs /opt/dixian/server/':
    systemdUnit,
  'sudo npm ci --omit=dev --ignore-scripts --prefix /opt/dixian': systemdUnit,
  'sudo install -D -m 0644 deploy/configuration.yaml /etc/dixian/configuration.yaml': systemdUnit,
  'sudo install -m 0644 deploy/dixian.service /etc/systemd/system/ && sudo systemctl daemon-reload && sudo systemctl enable --now dixian':
    systemdUnit,
  'journalctl -u dixian': systemdUnit,
  "git config diff.dixian.command 'npx dixian diff --git-driver'":
    'test/cli/git-driver.test.ts, in a repository of its own',
  'docker build -f deploy/Dockerfile -t dixian .': dockerfile,
  'docker run -d --name dixian -p 127.0.0.1:8080:8080 -v dixian-data:/var/lib/dixian --read-only --cap-drop ALL --memory 1g dixian':
    dockerfile,
  'docker run --rm dixian key --name county-hospital': dockerfile,
};

/** Where pages say the service listens. */
const ADDRESS = 'http://127.0.0.1:8080';

/** The lines of a block of commands: one that ends inside a quote or with a backslash goes on. */
function commandsIn({ text }: Block): readonly string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of text.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`;
    if (open.endsWith('\\') || (open.split("'").length - 1) % 2 === 1) continue;
    if (open.trim() !== '' && !open.startsWith('#')) commands.push(open);
    open = '';
  }
  if (open !== '') commands.push(open);
  return commands;
}

/** Whether a page leaves no file and no data that another page would come upon. */
function leavesNothing({ path, blocks }: Page): boolean {
  return path !== 'docs/operators.md' && blocks.every(({ language }) => language !== 'diff');
}

/** Follows a page from top to bottom. */
async function follow({ path, blocks }: Page, checkout: Checkout): Promise<void> {
  let shown = '';
  for (const block of blocks) {
    const here = `${path}:${block.line}`;
    if (block.language === 'sh') shown = await runAll(checkout, block, here);
    else if (block.language === 'diff') checkout.change(block.about, block.text);
    // What a program of the page prints: test/package and clients.test.ts run those.
    else if (block.about === 'program' || block.about === 'attributes') continue;
    else if (block.language === 'text')
      expect(withoutPlaces(shown), here).toMatch(textPattern(withoutPlaces(block.text)));
    else if (block.language === 'json' && block.about === 'answer') {
      expect(difference(JSON.parse(block.text), JSON.parse(shown)), `${here}: ${shown}`).toBeNull();
    }
  }
}

/** Lines and columns move with every edit of a file further up; what is said of them does not. */
function withoutPlaces(text: string): string {
  return text.replace(/:\d+:\d+:/g, ':line:column:').replace(/^ +\d* *\|/gm, '|');
}

async function runAll(checkout: Checkout, block: Block, here: string): Promise<string> {
  const expected = Number(/exit=(\d)/.exec(block.about)?.[1] ?? 0);
  let shown = '';
  for (const command of commandsIn(block)) {
    if (command in elsewhere) continue;
    const started = /^npm start(?: -- (.*))?$/.exec(command);
    if (started !== null) shown = await checkout.start(started[1]);
    else if (command.startsWith('curl ')) shown = await ask(checkout, command);
    else {
      const { code, output } = await checkout.run(command);
      expect(code, `${here}: ${command}\n${output}`).toBe(expected);
      shown = output;
    }
  }
  return shown;
}

async function ask(checkout: Checkout, command: string): Promise<string> {
  const { url, init, output } = curlRequest(command, (file) => readFileSync(join(checkout.folder, file), 'utf8'));
  const response = await fetch(url.replace(ADDRESS, await checkout.start()), init);
  const text = await response.text();
  if (output === null) return text;
  writeFileSync(join(checkout.folder, output), text);
  return '';
}

describe('a page', () => {
  const withCommands = pages().filter(({ blocks }) => blocks.some(({ language }) => language === 'sh'));

  let shared: Checkout | undefined;
  afterAll(() => shared?.remove());

  it.concurrent.each(withCommands.map((page) => [page.path, page] as const))(
    '%s does what it says',
    async (_, page) => {
      if (leavesNothing(page)) {
        shared ??= new Checkout();
        return follow(page, shared);
      }
      const own = new Checkout();
      return follow(page, own).finally(() => own.remove());
    },
  );

  it('shows nothing in a block that nobody understands', () => {
    const languages = new Set(pages().flatMap(({ blocks }) => blocks.map(({ language }) => language)));
    for (const language of languages)
      expect(['sh', 'bash', 'text', 'json', 'yaml', 'diff', 'ts', 'java', 'python', 'csharp']).toContain(language);
  });

  it('shows JSON that is JSON', () => {
    for (const { path, blocks } of pages()) {
      for (const { text, line } of blocks.filter(({ language }) => language === 'json')) {
        expect(() => JSON.parse(text), `${path}:${line}`).not.toThrow();
      }
    }
  });
});

describe('commands that are run elsewhere', () => {
  it('stand on some page', () => {
    const said = pages().flatMap(({ blocks }) =>
      blocks.filter(({ language }) => language === 'sh').flatMap(commandsIn),
    );
    for (const command of Object.keys(elsewhere)) expect(said).toContain(command);
  });

  it('npx finds the command of a checkout', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const { stdout } = await promisify(execFile)('npx', ['dixian', '--version'], { cwd: root });
    expect(stdout).toBe(`${version}\n`);
  });

  it('are commands of this package', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    for (const name of ['start', 'test', 'bench', 'generate']) expect(scripts).toHaveProperty(name);
    // All that says of itself that it is generated.
    const made = ['schemas/generate.mjs', 'client/generate.mjs', 'schemas/generate-examples.mjs'];
    expect(scripts.generate?.split(' && ')).toEqual(made.map((program) => `node ${program}`));
    const ci = readFileSync(join(root, '.ci/run'), 'utf8').split('\n');
    expect(ci.filter((line) => line.startsWith('npm'))).toEqual(['npm ci', 'npm test']);
  });
});
