import { type Command, done, refused } from './command.ts';
import { decode, describe, givenToken, printable } from './read-token.ts';

export const tokenInspect: Command = {
  name: 'token inspect',
  does: 'shows what a token says, without asking whether it is genuine',
  takes: '[token]',
  count: [0, 1],
  more: 'Without a token, or with -, it is read from standard input.',
  async run({ args: [typed] }) {
    const decoded = decode(await givenToken(typed));
    if (!decoded) return refused({ code: 'TOKEN_INVALID' }, 'This is no token.');
    const { kind, kid } = decoded;
    return done(
      { verified: false, ...decoded },
      `kind     ${printable(kind)}${kid ? `, key ${printable(kid)}` : ''}`,
      ...describe(decoded),
      'Not verified: anyone can write this. `token verify` checks the signature.',
    );
  },
};
