-- Every key starts with the office, which is the shard key; the NIK claim alone is keyed by the person.
-- `starts` is the time on the clock of the office's wall (no zone): that is what a slot is named by, and what is printed.

create table office (
  office_id text collate "C" primary key check (office_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  number int not null unique check (number > 0),               -- short public number, stands in tokens
  name text not null,
  kind text not null check (kind in ('kanim', 'ulp', 'ukk', 'mpp')),
  parent_id text collate "C" references office,
  city text not null,
  province text not null,
  time_zone text not null,
  lat double precision check (lat between -90 and 90),
  lng double precision check (lng between -180 and 180),
  address text not null,
  phone text,
  host text,                                                    -- the office's own site
  status text not null check (status in ('announced', 'trial', 'live')),
  party_max smallint not null check (party_max between 1 and 20),
  hold_minutes smallint not null check (hold_minutes between 1 and 120),
  retention_days smallint not null check (retention_days between 1 and 3650),
  grace_minutes smallint not null check (grace_minutes between 0 and 1440),
  reschedule_limit smallint not null check (reschedule_limit >= 0),
  reschedule_until text not null check (reschedule_until in ('day-before', 'slot-start')),
  same_day_until_minutes smallint not null check (same_day_until_minutes >= 0),
  release_days smallint not null check (release_days between 1 and 365),  -- a day opens this many days before
  release_at time not null,                                     -- … at this time of the office's day
  privacy_version text not null,
  privacy_url text not null,
  notice text,
  services jsonb not null                                       -- as the contract's OfficeService[]
);

create table channel (
  office_id text collate "C" not null references office,
  channel text not null,
  letter text not null check (letter ~ '^[A-Z]$'),              -- first letter of its queue codes
  primary key (office_id, channel),
  unique (office_id, letter)
);

create table opening (
  office_id text collate "C" not null,
  channel text not null,
  weekday smallint not null check (weekday between 1 and 7),    -- ISO: Monday is 1
  starts time not null,
  minutes smallint not null check (minutes between 5 and 600),
  capacity int not null check (capacity > 0),
  primary key (office_id, channel, weekday, starts),
  foreign key (office_id, channel) references channel
);

create table closure (
  office_id text collate "C" not null references office,
  on_day date not null,
  reason text not null,                                         -- the holiday's official name
  source text not null,
  primary key (office_id, on_day)
);

-- The counter row that every seat passes through. Its check is the law that no code path can argue with.
-- fillfactor 50 and no index on a changing column: updates stay HOT.
create table slot (
  office_id text collate "C" not null,
  channel text not null,
  starts timestamp not null,
  minutes smallint not null,
  capacity int not null,
  taken int not null default 0,                                 -- seats of live holds and bookings
  issued int not null default 0,                                -- highest queue number ever handed out
  releases_at timestamptz not null,
  primary key (office_id, channel, starts),
  foreign key (office_id, channel) references channel,
  constraint slot_never_oversold check (taken between 0 and capacity)
) with (fillfactor = 50);

-- A hold is the booking in state `held`: same id, same row.
create table booking (
  office_id text collate "C" not null,
  booking_id uuid not null,
  channel text not null,
  starts timestamp not null,
  service text not null check (service in ('new', 'renewal')),
  state text not null check (state in ('held', 'released', 'expired', 'booked')),
  party smallint not null check (party >= 0),                   -- seats it takes now
  first_number int not null,                                    -- queue numbers from here on
  hold_until timestamptz not null,
  extended boolean not null default false,
  client bytea,                                                 -- keyed hash that changes daily; null when the hold ended
  hold_key bytea,                                               -- SHA-256 of the Idempotency-Key; likewise
  hold_request bytea,                                           -- SHA-256 of what was asked under it
  code text,                                                    -- null after retention
  version smallint not null default 1,                          -- grows with each move; tokens carry it
  moves smallint not null default 0,
  people smallint not null default 0,
  claims smallint not null default 0,
  personal bytea,                                               -- sealed contact and applicants; null after retention
  privacy_version text,
  guardian boolean,
  created_at timestamptz not null,
  booked_at timestamptz,
  -- No foreign key to the slot: rows are only ever written from slot rows that the same statement has locked, and the
  -- check would look each one up again. `invariants.sql` watches it.
  primary key (office_id, booking_id),
  check (state <> 'booked' or (booked_at is not null and people > 0)),
  check (personal is null or code is not null),
  -- One person, one live booking: a booking stands only with a claim for each of its people. When another
  -- transaction takes a claim first, the count falls short and the whole statement fails.
  constraint booking_claims_every_person check (state <> 'booked' or claims = people)
);

-- Each of these serves one question, and is written so that no other index can be mistaken for it, however old the
-- planner's statistics are. A row leaves them when its hold ends.
create index booking_held on booking (office_id, channel, hold_until) where state = 'held';   -- expired holds of an office
create index booking_client on booking (client) where client is not null;                     -- seats that a client holds
create unique index booking_hold_key on booking (office_id, hold_key) where hold_key is not null;  -- the same hold again
create unique index booking_code on booking (office_id, code) where code is not null;         -- look-up

create table applicant (
  office_id text collate "C" not null,
  booking_id uuid not null,
  position smallint not null,
  channel text not null,
  starts timestamp not null,
  number int not null,                                          -- queue number in that slot
  nik_hash bytea,                                               -- null after retention
  status text not null check (status in ('booked', 'arrived', 'served', 'missed', 'cancelled')),
  passport_type text,
  primary key (office_id, booking_id, position),
  foreign key (office_id, booking_id) references booking on delete cascade,
  unique (office_id, channel, starts, number)                   -- a queue code names one applicant
);

-- The only table that is keyed by the person. A claim ends by itself: one whose `until` is past is taken over.
create table nik_claim (
  nik_hash bytea primary key,
  until timestamptz not null,                                   -- end of the visit day, office time
  office_id text collate "C" not null,
  booking_id uuid not null,
  hour_began timestamptz not null,                              -- at most five bookings in the hour from here
  booked_in_hour smallint not null default 1
);

-- Missed look-ups per subject (a code, or a client; keyed hashes) and hour. A client's own are kept under office '*'.
create table lookup_attempt (
  office_id text collate "C" not null,
  subject bytea not null,
  hour timestamptz not null,
  misses smallint not null,
  primary key (office_id, subject, hour)
);
