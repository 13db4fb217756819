#pragma once
#include <stdbool.h>

/// Asks the C library to give memory back that was used for a moment. Says whether it knows how to.
bool heap_gives_back(void);
