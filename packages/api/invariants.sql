-- What must hold at every instant, as statements that list the violations: each must list none. They read only, and
-- may run in production. A line `-- rule: …` names the statement below it.

-- rule: taken is the seats of live holds and bookings
select s.office_id, s.channel, s.starts, s.taken, coalesce(b.seats, 0) as seats
from slot s
left join (
  select office_id, channel, starts, sum(party)::int as seats from booking where state in ('held', 'booked') group by 1, 2, 3
) b using (office_id, channel, starts)
where s.taken <> coalesce(b.seats, 0);

-- rule: no slot is oversold
select office_id, channel, starts, taken, capacity from slot where taken > capacity or taken < 0;

-- rule: queue codes are unique per office and day
select office_id, starts::date as on_day, channel, starts, number from applicant
group by 1, 2, 3, 4, 5 having count(*) > 1;

-- rule: no queue number is above the highest ever handed out
select a.office_id, a.channel, a.starts, a.number, s.issued
from applicant a join slot s using (office_id, channel, starts)
where a.number > s.issued;

-- rule: a person has at most one live booking
-- Bookings of different days may follow each other; two are live together when the later one was made before the
-- earlier one's visit day was over.
with live as materialized (
  select a.office_id, a.booking_id, h.nik_hash, b.booked_at, (a.starts::date + 1)::timestamp at time zone o.time_zone as ends
  from applicant a
  join booking b on b.office_id = a.office_id and b.booking_id = a.booking_id
  join office o on o.office_id = a.office_id
  cross join lateral unnest(array[a.nik_hash, a.nik_hash_before]) as h(nik_hash)
  where a.status <> 'cancelled' and h.nik_hash is not null
)
select distinct a.office_id, a.booking_id, b.office_id as other_office, b.booking_id as other_booking
from live a join live b on b.nik_hash = a.nik_hash and b.booking_id > a.booking_id
where greatest(a.booked_at, b.booked_at) < least(a.ends, b.ends);

-- rule: a live applicant has a claim until the visit day is over
-- While a key is rotated, under both. Claims of days that are over are purged.
select a.office_id, a.booking_id from applicant a
cross join lateral (values (a.nik_hash), (a.nik_hash_before)) h(nik_hash)
where a.status = 'booked' and a.starts > now() at time zone 'UTC' and (h.nik_hash is not null or a.nik_hash is null)
  and not exists (select from nik_claim c where c.nik_hash = h.nik_hash and c.until > a.starts::date);

-- rule: no booking is without its applicants
select b.office_id, b.booking_id, b.people from booking b
where b.state = 'booked' and b.people <> (
  select count(*) from applicant a where a.office_id = b.office_id and a.booking_id = b.booking_id);

-- rule: a booking takes a seat for each live applicant
select b.office_id, b.booking_id, b.party from booking b
where b.state = 'booked' and b.party <> (
  select count(*) from applicant a where a.office_id = b.office_id and a.booking_id = b.booking_id and a.status <> 'cancelled');

-- rule: an applicant is where the booking is, unless cancelled before it moved
select a.office_id, a.booking_id, a.position from applicant a
join booking b using (office_id, booking_id)
where a.status <> 'cancelled' and (a.starts, a.channel) is distinct from (b.starts, b.channel);

-- rule: every hold and booking is in a slot that exists
select b.office_id, b.booking_id from booking b
where b.state in ('held', 'booked')
  and not exists (select from slot s where (s.office_id, s.channel, s.starts) = (b.office_id, b.channel, b.starts));

-- rule: whoever arrived did so by the earliest of their arrivals
select a.office_id, a.booking_id, a.position, a.arrived_at, first.at from applicant a
cross join lateral (
  select min(r.at) as at from arrival r
  where r.office_id = a.office_id and r.booking_id = a.booking_id and a.position = any(r.positions) and r.refusal is null
) first
where a.arrived_at is distinct from first.at;

-- rule: nobody was served or called who did not arrive
select office_id, booking_id, position, status from applicant
where arrived_at is null and (status in ('arrived', 'served') or called_at is not null or served_at is not null);

-- rule: a token of a version that a move replaced is on the list of its day
select b.office_id, b.booking_id, b.version from booking b
where b.version - 1 <> (select count(*) from booking_left l where l.office_id = b.office_id and l.booking_id = b.booking_id);
