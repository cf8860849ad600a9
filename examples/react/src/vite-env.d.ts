interface ImportMetaEnv {
  /** Where the API is. */
  readonly VITE_ANTREAN: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
