CREATE TABLE entry (
  position INTEGER PRIMARY KEY CHECK (position > 0),
  stream INTEGER NOT NULL REFERENCES stream (id),
  version INTEGER NOT NULL CHECK (version > 0),
  actor TEXT NOT NULL CHECK (actor <> ''),
  act TEXT NOT NULL CHECK (act <> ''),
  moment INTEGER NOT NULL,
  body BLOB NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 32),
  UNIQUE (stream, version),
  UNIQUE (actor, act, stream)
) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch INTEGER NOT NULL CHECK (epoch BETWEEN 0 AND 4294967295)
) STRICT;

CREATE TABLE migration (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  stream TEXT PRIMARY KEY,
  version INTEGER NOT NULL CHECK (version >= 0),
  position INTEGER NOT NULL CHECK (position >= 0),
  fingerprint TEXT NOT NULL,
  body BLOB NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE stream (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
