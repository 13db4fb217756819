#pragma once

#include <stdbool.h>
#include <stdint.h>

/// A disk for SQLite that loses whatever was not synced when its power is cut.
///
/// There is one for the whole process: `file:/path?vfs=powercut` opens a file on it. Whoever uses it must be alone.

/// Registers the VFS over SQLite's default one; once is enough.
void powercut_register(void);

/// The power is on, nothing is planned, and everything written so far counts as synced.
void powercut_reset(void);

/// Cuts the power in place of the n-th write, truncation or sync from now. Seed 0 loses everything that was not
/// synced; with another seed a random part of it survives, torn and out of order.
void powercut_arm(int64_t operations, uint64_t seed);

/// Lets `count` operations fail from the n-th from now on, without losing anything: a disk that recovers.
void powercut_fail(int64_t operations, int64_t count);

bool powercut_happened(void);

/// How many failed, of those that `powercut_fail` asked for.
int64_t powercut_failures(void);
