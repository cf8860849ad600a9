-- What happens at the counter. Nothing here is personal: people are positions in a booking, staff are what their
-- identity provider calls them.

alter table applicant
  add column arrived_at timestamptz,                            -- the earliest of their arrivals
  add column arrived_device text,                               -- the device of that one; null: another program
  add column called_at timestamptz,
  add column booth text,
  add column served_at timestamptz;

-- A token of this version says this slot, and counts no more: the booking was moved away from it.
create table booking_left (
  office_id text collate "C" not null,
  booking_id uuid not null,
  version smallint not null,
  starts timestamp not null,
  primary key (office_id, booking_id, version),
  foreign key (office_id, booking_id) references booking on delete cascade
);

create index booking_left_day on booking_left (office_id, starts);  -- the day's revoked tokens

-- Every arrival that was told, also those that came second or cannot count: nothing is dropped. `device` and `sequence`
-- name one for ever, so that telling it again adds nothing.
create table arrival (
  office_id text collate "C" not null references office,
  arrival_id bigint generated always as identity,
  device text,                                                  -- null: told by a program that keeps no queue
  sequence int,
  booking_id uuid,                                              -- null: what was presented names no booking
  positions smallint[] not null,                                -- who of the booking
  at timestamptz not null,                                      -- by the server-corrected clock
  received_at timestamptz not null,
  refusal text,                                                 -- a problem code: nobody arrived by it
  primary key (office_id, arrival_id),
  check ((device is null) = (sequence is null)),
  check (refusal is not null or (booking_id is not null and positions <> '{}')),
  constraint arrival_told_once unique (office_id, device, sequence),
  foreign key (office_id, booking_id) references booking on delete cascade
);

create index arrival_booking on arrival (office_id, booking_id);    -- of one visit: which came first

-- What the staff did. Only ever added to.
create table audit_event (
  office_id text collate "C" not null references office,
  audit_id bigint generated always as identity,
  at timestamptz not null,
  actor text not null,                                          -- `sub` of the staff's token
  role text not null check (role in ('counter', 'head', 'admin')),
  action text not null check (action in ('day-key', 'arrival', 'called', 'served', 'missed', 'walk-in', 'claim-release')),
  booking_id uuid,                                              -- no foreign key: the record outlives the booking
  detail jsonb not null,
  primary key (office_id, audit_id)
);

create index audit_event_day on audit_event (office_id, at);

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only';
end $$;

create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_event_is_append_only();
