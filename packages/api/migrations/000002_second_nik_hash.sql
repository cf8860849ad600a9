-- While the key of the NIK hashes is rotated, a person is claimed under both keys, so that processes with the old key
-- and processes with the new one refuse each other's people. Each hash has a claim of its own; the applicant carries
-- both, so that moving and cancelling find them. Takes an ACCESS EXCLUSIVE lock for a moment; nothing is rewritten.

alter table applicant add column nik_hash_before bytea;         -- under the second key of NIK_KEY; null without one
