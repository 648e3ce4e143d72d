import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diff } from '../../server/analysis/diff/diff.ts';
import { potLabel } from '../../server/rulesets/pots.ts';
