#ifndef TAFELRUNDE_ASSETS_H
#define TAFELRUNDE_ASSETS_H

#include <stddef.h>

/// A file that is part of the program.
struct asset {
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// The file at a place of the list, below assetCount().
struct asset assetAt(size_t index);

size_t assetCount(void);

#endif
