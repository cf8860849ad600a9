/** A ticket with a tick: ours, and no emblem of the state. */
export const siteIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<path fill="#0b4a75" d="M4 7h24a2 2 0 0 1 2 2v4a3 3 0 0 0 0 6v4a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-4a3 3 0 0 0 0-6V9a2 2 0 0 1 2-2z"/>
<path fill="none" stroke="#fff" stroke-width="3" d="m10 16 4.5 4.5L23 12"/>
</svg>
`;
