// The language mode without extensions hides pwrite and ftruncate otherwise.
#define _XOPEN_SOURCE 700

#include "CPowercut.h"

#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// One write or truncation that was not synced yet.
struct change {
    struct change *earlier, *later;
    sqlite3_int64 offset, size_before;
    int was_count, now_count;  // bytes that were there, bytes that were written; now_count -1: a truncation to offset
    unsigned char *was, *now;
};

// What lies under one path, whoever has it open.
struct disk {
    struct disk *next;
    struct change *newest, *oldest;
    char path[];
};

struct file {
    sqlite3_file base;
    struct disk *disk;  // NULL for temporary files: nobody misses them after a cut
    sqlite3_file real[];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sqlite3_vfs *under, powercut;
static struct disk *disks;
static bool is_cut;
static int64_t operations_until_cut, operations_until_failure, failures_left, failures;
static uint64_t chance;

#define REAL(f) (((struct file *)(f))->real)

static uint64_t roll(void) {  // splitmix64
    uint64_t z = (chance += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

static void forget(struct disk *disk) {
    for (struct change *c = disk->oldest, *later; c; c = later) {
        later = c->later;
        free(c->was);
        free(c->now);
        free(c);
    }
    disk->newest = disk->oldest = NULL;
}

// Truncating first and writing then leaves zeros in the holes past the old end, as a journalling file system does.
static void roll_back(struct disk *disk, int fd) {
    for (struct change *c = disk->newest; c; c = c->earlier) {
        (void)!ftruncate(fd, c->size_before);
        if (c->was_count) (void)!pwrite(fd, c->was, (size_t)c->was_count, c->offset);
    }
}

static void let_some_survive(struct disk *disk, int fd) {
    for (struct change *c = disk->oldest; c; c = c->later) {
        if (roll() % 2) continue;
        if (c->now_count < 0) {
            (void)!ftruncate(fd, c->offset);
        } else {
            int torn = roll() % 4 ? c->now_count : (int)(roll() % (unsigned)(c->now_count / 512 + 1)) * 512;
            (void)!pwrite(fd, c->now, (size_t)torn, c->offset);
        }
    }
}

static void cut(void) {
    is_cut = true;
    bool is_random = chance != 0;
    for (struct disk *disk = disks; disk; disk = disk->next) {
        // Closing this descriptor drops the process's locks on the file; after a cut nobody needs them.
        int fd = disk->newest ? open(disk->path, O_RDWR) : -1;
        if (fd >= 0) {
            roll_back(disk, fd);
            if (is_random) let_some_survive(disk, fd);
            close(fd);
        }
        forget(disk);
    }
}

static int tick(int error) {
    if (is_cut) return error;
    if (operations_until_cut > 0 && --operations_until_cut == 0) {
        cut();
        return error;
    }
    if (operations_until_failure > 0) operations_until_failure--;
    if (operations_until_failure == 0 && failures_left > 0) {
        failures_left--;
        failures++;
        return error;
    }
    return SQLITE_OK;
}

static int remember(struct file *file, const void *now, int now_count, sqlite3_int64 offset) {
    if (!file->disk) return SQLITE_OK;
    struct change *c = calloc(1, sizeof *c);
    int rc = file->real->pMethods->xFileSize(file->real, &c->size_before);
    c->offset = offset;
    c->now_count = now_count;
    sqlite3_int64 behind = c->size_before > offset ? c->size_before - offset : 0;
    c->was_count = now_count < 0 || behind < now_count ? (int)behind : now_count;
    c->was = malloc((size_t)c->was_count + 1);
    if (rc == SQLITE_OK && c->was_count)
        rc = file->real->pMethods->xRead(file->real, c->was, c->was_count, offset);
    if (now_count > 0) c->now = memcpy(malloc((size_t)now_count), now, (size_t)now_count);

    c->earlier = file->disk->newest;
    if (c->earlier) c->earlier->later = c; else file->disk->oldest = c;
    file->disk->newest = c;
    return rc;
}

static int pc_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 offset) {
    pthread_mutex_lock(&lock);
    int rc = tick(SQLITE_IOERR_WRITE);
    if (!rc) rc = remember((struct file *)f, bytes, count, offset);
    if (!rc) rc = REAL(f)->pMethods->xWrite(REAL(f), bytes, count, offset);
    pthread_mutex_unlock(&lock);
    return rc;
}

static int pc_truncate(sqlite3_file *f, sqlite3_int64 size) {
    pthread_mutex_lock(&lock);
    int rc = tick(SQLITE_IOERR_TRUNCATE);
    if (!rc) rc = remember((struct file *)f, NULL, -1, size);
    if (!rc) rc = REAL(f)->pMethods->xTruncate(REAL(f), size);
    pthread_mutex_unlock(&lock);
    return rc;
}

// Nothing is really synced: this disk only pretends to have a power supply, and the tests are faster for it.
static int pc_sync(sqlite3_file *f, int flags) {
    (void)flags;
    pthread_mutex_lock(&lock);
    int rc = tick(SQLITE_IOERR_FSYNC);
    struct disk *disk = ((struct file *)f)->disk;
    if (!rc && disk) forget(disk);
    pthread_mutex_unlock(&lock);
    return rc;
}

static int pc_close(sqlite3_file *f) { return REAL(f)->pMethods->xClose(REAL(f)); }
static int pc_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at) { return REAL(f)->pMethods->xRead(REAL(f), to, n, at); }
static int pc_size(sqlite3_file *f, sqlite3_int64 *size) { return REAL(f)->pMethods->xFileSize(REAL(f), size); }
static int pc_lock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xLock(REAL(f), level); }
static int pc_unlock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xUnlock(REAL(f), level); }
static int pc_reserved(sqlite3_file *f, int *out) { return REAL(f)->pMethods->xCheckReservedLock(REAL(f), out); }
static int pc_control(sqlite3_file *f, int op, void *arg) { return REAL(f)->pMethods->xFileControl(REAL(f), op, arg); }
static int pc_sector(sqlite3_file *f) { return REAL(f)->pMethods->xSectorSize(REAL(f)); }
static int pc_traits(sqlite3_file *f) { return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f)); }
static int pc_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **to) { return REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, to); }
static int pc_shm_lock(sqlite3_file *f, int offset, int n, int flags) { return REAL(f)->pMethods->xShmLock(REAL(f), offset, n, flags); }
static void pc_shm_barrier(sqlite3_file *f) { REAL(f)->pMethods->xShmBarrier(REAL(f)); }
static int pc_shm_unmap(sqlite3_file *f, int delete) { return REAL(f)->pMethods->xShmUnmap(REAL(f), delete); }

static const sqlite3_io_methods methods = {
    2, pc_close, pc_read, pc_write, pc_truncate, pc_sync, pc_size, pc_lock, pc_unlock, pc_reserved, pc_control,
    pc_sector, pc_traits, pc_shm_map, pc_shm_lock, pc_shm_barrier, pc_shm_unmap, NULL, NULL,
};

static struct disk *disk_at(const char *path, bool make) {
    struct disk *disk = disks;
    while (disk && strcmp(disk->path, path)) disk = disk->next;
    if (disk || !make) return disk;
    disk = calloc(1, sizeof *disk + strlen(path) + 1);
    strcpy(disk->path, path);
    disk->next = disks;
    return disks = disk;
}

static int pc_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out) {
    (void)vfs;
    struct file *file = (struct file *)f;
    file->base.pMethods = NULL;
    int rc = under->xOpen(under, name, file->real, flags, out);
    if (rc) return rc;
    pthread_mutex_lock(&lock);
    file->disk = name ? disk_at(name, true) : NULL;
    pthread_mutex_unlock(&lock);
    file->base.pMethods = &methods;
    return SQLITE_OK;
}

static int pc_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs;
    pthread_mutex_lock(&lock);
    int rc = is_cut ? SQLITE_IOERR_DELETE : under->xDelete(under, name, sync);
    struct disk *disk = disk_at(name, false);
    if (!rc && disk) forget(disk);
    pthread_mutex_unlock(&lock);
    return rc;
}

static void start(void) {
    sqlite3_initialize();
    under = sqlite3_vfs_find(NULL);
    powercut = *under;
    powercut.pNext = NULL;
    powercut.zName = "powercut";
    powercut.szOsFile = (int)sizeof(struct file) + under->szOsFile;
    powercut.xOpen = pc_open;
    powercut.xDelete = pc_delete;
    sqlite3_vfs_register(&powercut, 0);
}

void powercut_register(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, start);
}

void powercut_reset(void) {
    pthread_mutex_lock(&lock);
    for (struct disk *disk = disks; disk; disk = disk->next) forget(disk);
    is_cut = false;
    operations_until_cut = operations_until_failure = failures_left = failures = 0;
    chance = 0;
    pthread_mutex_unlock(&lock);
}

void powercut_arm(int64_t operations, uint64_t seed) {
    pthread_mutex_lock(&lock);
    operations_until_cut = operations;
    chance = seed;
    pthread_mutex_unlock(&lock);
}

void powercut_fail(int64_t operations, int64_t count) {
    pthread_mutex_lock(&lock);
    operations_until_failure = operations;
    failures_left = count;
    pthread_mutex_unlock(&lock);
}

bool powercut_happened(void) {
    pthread_mutex_lock(&lock);
    bool happened = is_cut;
    pthread_mutex_unlock(&lock);
    return happened;
}

int64_t powercut_failures(void) {
    pthread_mutex_lock(&lock);
    int64_t count = failures;
    pthread_mutex_unlock(&lock);
    return count;
}
