#include "heap.h"

#if __has_include(<features.h>)
#include <features.h>
#endif

#ifdef __GLIBC__
#include <malloc.h>

/// Each thread may else have a heap of its own, and each of them keeps what was free in it.
static const int heap_count_max = 2;
/// What is larger has pages of its own, which go back when it is freed. Named, it stays where it is: else it grows with
/// the largest that was ever freed.
static const int own_pages_bytes_min = 128 * 1024;

bool heap_gives_back(void) {
    return mallopt(M_ARENA_MAX, heap_count_max) == 1 && mallopt(M_MMAP_THRESHOLD, own_pages_bytes_min) == 1;
}
#else
bool heap_gives_back(void) { return false; }
#endif
