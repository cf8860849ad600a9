interface Place {
  lat: number;
  lng: number;
}

/** Great-circle distance in kilometres with one decimal (haversine, mean earth radius). */
export const distanceKm = (a: Place, b: Place): number => {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(h)) * 10) / 10;
};

/** The ids of the offices nearest to `office`, itself left out; those without coordinates come last. */
export const nearestTo = <T extends { id: string; location: Place | null }>(office: T, all: readonly T[]) =>
  all
    .filter((other) => other.id !== office.id)
    .map((other) => ({
      id: other.id,
      distanceKm: office.location && other.location ? distanceKm(office.location, other.location) : Infinity,
    }))
    .filter((other) => Number.isFinite(other.distanceKm))
    .sort((a, b) => a.distanceKm - b.distanceKm);
