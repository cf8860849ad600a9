/** Everything that this origin keeps in the browser, as one text; bytes both as letters and as numbers. */
export const everythingStored = async (): Promise<string> => {
  const databases = await Promise.all((await indexedDB.databases()).map(({ name = '' }) => everyRecordOf(name)));
  const cached = await Promise.all(
    (await caches.keys()).map(async (name) => {
      const cache = await caches.open(name);
      const answers = await cache.matchAll();
      return [name, ...(await Promise.all(answers.map((answer) => answer.text())))];
    }),
  );
  return JSON.stringify(
    [databases, cached, { ...localStorage }, { ...sessionStorage }, document.cookie, history.state],
    readable,
  );
};

/** Names of the stores that hold something. */
export const filledStores = async (name: string): Promise<string[]> =>
  (await everyRecordOf(name)).flatMap(({ store, values }) => (values.length > 0 ? store : []));

const everyRecordOf = async (name: string) => {
  const db = await promised(indexedDB.open(name));
  const stores = [...db.objectStoreNames];
  const records = stores.map(async (store) => ({
    store,
    keys: await promised(db.transaction(store).objectStore(store).getAllKeys()),
    values: (await promised(db.transaction(store).objectStore(store).getAll())) as unknown[],
  }));
  const found = await Promise.all(records);
  db.close();
  return found;
};

const promised = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const readable = (_: string, value: unknown) => {
  if (value instanceof CryptoKey) return `CryptoKey, ${value.extractable ? 'extractable' : 'sealed'}`;
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
  return bytes instanceof Uint8Array ? [new TextDecoder('latin1').decode(bytes), bytes.join()] : value;
};
