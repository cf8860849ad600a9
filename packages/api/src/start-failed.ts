/** A start that cannot succeed, said in one clear sentence. */
export class StartFailed extends Error {
  override name = 'StartFailed';
}
