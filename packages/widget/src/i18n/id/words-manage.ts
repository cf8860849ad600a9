import type { Words } from '../strings.ts';
import { manage } from './manage.ts';
import { problemsOfManaging } from './problems-manage.ts';

export const manageWords = { manage, problems: problemsOfManaging } satisfies Words;
