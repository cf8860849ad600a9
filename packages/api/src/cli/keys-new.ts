import { newSecrets } from '../secrets.ts';
import { type Command, done } from './command.ts';

export const keysNew: Command = {
  name: 'keys new',
  does: 'prints settings with fresh secrets for a deployment',
  more: 'Keep them where only the server reads them. Nothing is written anywhere.',
  async run() {
    const secrets = await newSecrets();
    return done({ settings: secrets }, ...Object.entries(secrets).map(([name, value]) => `${name}=${value}`));
  },
};
