/** Something this device recorded is not with the API yet; signing out would lose it. */
export class UnsentArrivals extends Error {
  override name = 'UnsentArrivals';
  declare readonly count: number;

  constructor(count: number) {
    super(`${count} arrivals are kept on this device and were not sent yet`);
    this.count = count;
  }
}

/** The session ended, here or in another tab: nothing is kept or sent any more. */
export class SignedOut extends Error {
  override name = 'SignedOut';

  constructor() {
    super('The session on this device has ended');
  }
}
