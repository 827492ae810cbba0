/* Everything that runs below this process, by the kernel's own books. */
#define _GNU_SOURCE
#include "launcher.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* More than any limit allows (sliceLimits.ts: 4,096 processes). */
#define PIDS_LIMIT 16384
/* Deleted files that a program may keep mapped without an open descriptor. Nothing honest has any. */
#define DELETED_MAPPINGS_LIMIT 32

static pid_t pids[PIDS_LIMIT];

/* Reads a small file of /proc; returns its length, with a terminating zero, or -1. */
static int slurp(const char *path, char *buffer, size_t size) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  size_t length = 0;
  ssize_t got;
  while (length < size - 1 && (got = read(fd, buffer + length, size - 1 - length)) > 0) length += (size_t)got;
  close(fd);
  buffer[length] = 0;
  return (int)length;
}

static void add(struct tree *tree, pid_t pid) {
  if (tree->count >= PIDS_LIMIT) tree->overflow = 1;
  else tree->pids[tree->count++] = pid;
}

/* Children by the lists that most kernels keep for each thread. Returns -1 where there are none. */
static int children_listed(struct tree *tree, pid_t parent) {
  static char list[65536];
  char path[320];
  snprintf(path, sizeof path, "/proc/%d/task", parent);
  DIR *threads = opendir(path);
  if (!threads) return 0;
  int known = 0, seen = 0;
  for (struct dirent *entry; (entry = readdir(threads));) {
    if (entry->d_name[0] < '0' || entry->d_name[0] > '9') continue;
    snprintf(path, sizeof path, "/proc/%d/task/%s/children", parent, entry->d_name);
    int length = slurp(path, list, sizeof list);
    seen = 1;
    if (length < 0) continue;
    known = 1;
    for (char *at = list, *end; *at; at = end) {
      long pid = strtol(at, &end, 10);
      if (end == at) break;
      if (pid > 0) add(tree, (pid_t)pid);
      while (*end == ' ') end++;
    }
  }
  closedir(threads);
  return seen && !known ? -1 : 0;
}

/* Children by looking at every process of the machine: several times as slow. */
static void children_scanned(struct tree *tree, pid_t root) {
  static struct { pid_t pid, parent; } all[PIDS_LIMIT];
  int count = 0;
  DIR *proc = opendir("/proc");
  if (!proc) return;
  for (struct dirent *entry; (entry = readdir(proc)) && count < PIDS_LIMIT;) {
    char path[320], stat[512], *after;
    int parent;
    if (entry->d_name[0] < '0' || entry->d_name[0] > '9') continue;
    snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
    if (slurp(path, stat, sizeof stat) < 0 || !(after = strrchr(stat, ')')) || sscanf(after, ") %*c %d", &parent) != 1) continue;
    all[count].pid = (pid_t)atoi(entry->d_name);
    all[count++].parent = (pid_t)parent;
  }
  closedir(proc);
  tree->count = 0;
  for (int next = -1; next < tree->count; next++) {
    pid_t parent = next < 0 ? root : tree->pids[next];
    for (int i = 0; i < count; i++)
      if (all[i].parent == parent) add(tree, all[i].pid);
  }
}

static uint64_t field(const char *status, const char *name) {
  const char *at = strstr(status, name);
  return at ? strtoull(at + strlen(name), NULL, 10) : 0;
}

static void measure(struct tree *tree, pid_t pid) {
  char path[64], text[4096], *after;
  snprintf(path, sizeof path, "/proc/%d/status", pid);
  if (slurp(path, text, sizeof text) < 0) return;
  tree->tasks += field(text, "\nThreads:");
  /* What cannot be dropped under pressure. Files that are only read are the page cache's. */
  uint64_t kib = field(text, "\nRssAnon:") + field(text, "\nRssShmem:") + field(text, "\nVmSwap:") + field(text, "\nVmPTE:");
  tree->memory_bytes += kib * 1024;
  snprintf(path, sizeof path, "/proc/%d/stat", pid);
  if (slurp(path, text, sizeof text) < 0 || !(after = strrchr(text, ')'))) return;
  unsigned long long own_user, own_system;
  long long child_user, child_system;
  if (sscanf(after, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %lld %lld", &own_user, &own_system, &child_user,
             &child_system) == 4)
    tree->cpu_ticks += own_user + own_system + (uint64_t)child_user + (uint64_t)child_system;
}

void tree_read(struct tree *tree) {
  *tree = (struct tree){.pids = pids};
  pid_t self = getpid();
  int listed = children_listed(tree, self) == 0;
  for (int i = 0; listed && i < tree->count; i++) listed = children_listed(tree, tree->pids[i]) == 0;
  if (!listed) children_scanned(tree, self);
  for (int i = 0; i < tree->count; i++) measure(tree, tree->pids[i]);
}

static void deleted_descriptors(pid_t pid, struct scratch_use *use) {
  char path[320];
  snprintf(path, sizeof path, "/proc/%d/fd", pid);
  DIR *directory = opendir(path);
  if (!directory) return;
  for (struct dirent *entry; (entry = readdir(directory));) {
    struct stat about;
    if (entry->d_name[0] == '.' || fstatat(dirfd(directory), entry->d_name, &about, 0)) continue;
    if (!S_ISREG(about.st_mode) || about.st_nlink > 0) continue;
    use->bytes += (uint64_t)about.st_blocks * 512;
  }
  closedir(directory);
}

static void deleted_mappings(pid_t pid, struct scratch_use *use) {
  static char maps[1 << 20];
  char path[64];
  int found = 0;
  snprintf(path, sizeof path, "/proc/%d/maps", pid);
  if (slurp(path, maps, sizeof maps) < 0) return;
  for (char *at = maps; (at = strstr(at, " (deleted)\n")); at++) found++;
  if (found > DELETED_MAPPINGS_LIMIT) use->hidden = 1;
}

void tree_deleted_files(const struct tree *tree, struct scratch_use *use) {
  for (int i = 0; i < tree->count; i++) {
    deleted_descriptors(tree->pids[i], use);
    deleted_mappings(tree->pids[i], use);
  }
}
