/** Made when it is first asked for, and once. */
export const lazy = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};
