import type { Words } from '../strings.ts';
import { manage } from './manage.ts';
import { problemsAside } from './problems-aside.ts';

export const asideWords = { manage, problems: problemsAside } satisfies Words;
