/* The scratch space: who owns it, and how much is in it. Its contents are hostile: no link is followed, no name trusted. */
#define _GNU_SOURCE
#include "launcher.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Deeper than any tool nests; each level costs a descriptor and a stack frame here. */
#define DEPTH_LIMIT 128
/* Every entry costs at least this much disk: empty files fill it too. */
#define BYTES_PER_ENTRY 4096

static void measure(int directory_fd, int depth, uint64_t most, struct scratch_use *use) {
  DIR *directory = fdopendir(directory_fd);
  if (!directory) {
    use->hidden = 1;
    close(directory_fd);
    return;
  }
  for (struct dirent *entry; !use->hidden && use->bytes <= most && (entry = readdir(directory));) {
    struct stat about;
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    if (fstatat(dirfd(directory), entry->d_name, &about, AT_SYMLINK_NOFOLLOW)) continue;
    uint64_t bytes = (uint64_t)about.st_blocks * 512;
    use->bytes += bytes > BYTES_PER_ENTRY ? bytes : BYTES_PER_ENTRY;
    if (S_ISREG(about.st_mode) && (uint64_t)about.st_size > use->largest_file) use->largest_file = (uint64_t)about.st_size;
    if (!S_ISDIR(about.st_mode)) continue;
    if (depth >= DEPTH_LIMIT) {
      use->hidden = 1;
      break;
    }
    int inner = openat(dirfd(directory), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner >= 0) measure(inner, depth + 1, most, use);
    /* A directory that we may not read was made so in order to hide what is in it. */
    else if (errno == EACCES || errno == EPERM) use->hidden = 1;
  }
  closedir(directory);
}

void scratch_measure(const struct supervision *wanted, struct scratch_use *use) {
  *use = (struct scratch_use){0};
  for (int i = 0; i < wanted->scratch_count && !use->hidden; i++) {
    int fd = open(wanted->scratch[i], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0) measure(fd, 0, wanted->file_bytes, use);
    else use->hidden = 1;
  }
}

static int give(int directory_fd, int depth, const struct supervision *wanted) {
  if (fchown(directory_fd, (uid_t)wanted->uid, (gid_t)wanted->gid) || depth > DEPTH_LIMIT) {
    close(directory_fd);
    return -1;
  }
  DIR *directory = fdopendir(directory_fd);
  if (!directory) {
    close(directory_fd);
    return -1;
  }
  int result = 0;
  for (struct dirent *entry; !result && (entry = readdir(directory));) {
    struct stat about;
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    result = fstatat(dirfd(directory), entry->d_name, &about, AT_SYMLINK_NOFOLLOW);
    if (result) break;
    if (S_ISDIR(about.st_mode)) {
      int inner = openat(dirfd(directory), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      result = inner < 0 ? -1 : give(inner, depth + 1, wanted);
    } else if (about.st_nlink > 1) {
      /* Another name of it lies elsewhere: giving this one away would give that one too. */
      errno = EMLINK;
      result = -1;
    } else result = fchownat(dirfd(directory), entry->d_name, (uid_t)wanted->uid, (gid_t)wanted->gid, AT_SYMLINK_NOFOLLOW);
  }
  closedir(directory);
  return result;
}

int scratch_give(const struct supervision *wanted) {
  for (int i = 0; i < wanted->scratch_count; i++) {
    int fd = open(wanted->scratch[i], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 || give(fd, 0, wanted)) return -1;
  }
  return 0;
}
