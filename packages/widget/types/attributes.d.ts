/** What a tag takes as attributes, in any framework's templates. */
export interface AntreanAttributes {
  /** Ids of offices, with spaces between: one is taken, several are offered, none means all. */
  office?: string | undefined;
  /** Chosen beforehand. */
  service?: 'new' | 'renewal' | undefined;
  /** Office-local start of a slot, `2026-12-01T09:00`: the calendar opens at its day. */
  slot?: string | undefined;
  lang?: 'id' | 'en' | 'su' | 'jv' | (string & {}) | undefined;
  /** Origin of the API. Default: where the script came from. */
  api?: string | undefined;
  /** Shows the webmaster what is wrong with the page. */
  doctor?: boolean | '' | undefined;
}
