import type {} from '@paspor-antrean/widget/react';

export const Booking = () => {
  return (
    <>
      <paspor-antrean
        ref={(tag) => tag?.restart()}
        office="bandung"
        service="new"
        slot="2026-12-01T09:00"
        lang="id"
        className="wide"
        onantrean-booked={(event) => event.slot.slice(0, 10)}
        onantrean-held={({ expiresAt, party }) => `${expiresAt} ${party.toFixed()}`}
      >
        <a href="/kantor/bandung">Ambil antrean paspor</a>
      </paspor-antrean>
      {/* @ts-expect-error there is no such service */}
      <paspor-antrean service="umrah" />
      {/* @ts-expect-error no event of ours has a name in it */}
      <paspor-antrean onantrean-booked={(event) => event.name} />
    </>
  );
};
