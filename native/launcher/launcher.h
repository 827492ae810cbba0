/* What the parts of the launcher share. See launcher.c for what it is. */
#ifndef FUZZBURST_LAUNCHER_H
#define FUZZBURST_LAUNCHER_H

#include <stdint.h>
#include <sys/types.h>

#define PATHS_LIMIT 64
#define ENVIRONMENT_LIMIT 512
/* Descriptor on which the confined half tells the supervising half that it is about to start the program. */
#define STATUS_FD 3
/* Threads of a program that may have `limit` processes: runtimes start some per core, so this is generous. */
#define TASKS_LIMIT(limit) ((limit) * 4 + 512)

/* Command line of `launcher supervise`. */
struct supervision {
  uint64_t cpu_seconds, wall_seconds, memory_bytes, processes, file_bytes;
  /* Processes of the isolation itself below this one, which do not count. */
  uint64_t own_processes;
  /* Directories that the program may fill. */
  const char *scratch[PATHS_LIMIT];
  int scratch_count;
  /* Owner that they are given first; -1 leaves them. */
  long uid, gid;
  char **command;
};

/* Command line of `launcher confine`. */
struct confinement {
  uint64_t cpu_seconds, file_bytes, processes;
  long uid, gid;
  const char *cwd;
  /* Landlock is used when set, up to this version of it: the paths below are its rules. */
  int landlock;
  const char *readable[PATHS_LIMIT];
  int readable_count;
  const char *writable[PATHS_LIMIT];
  int writable_count;
  const char *devices[PATHS_LIMIT];
  int device_count;
  char *environment[ENVIRONMENT_LIMIT + 1];
  int environment_count;
  /* The program counts against a process limit of its own user id or user namespace. */
  int own_process_count;
  /* The one TCP port that may be connected to, or 0: no network at all. */
  uint64_t connect_port;
  char *program;
  /* argv of the program, argv[0] first. */
  char **command;
};

/* One look at all processes below this one. */
struct tree {
  pid_t *pids;
  int count;
  /* More processes than anyone may have: the list is not complete. */
  int overflow;
  uint64_t tasks, memory_bytes, cpu_ticks;
};

/* What a look at the scratch space saw. */
struct scratch_use {
  uint64_t bytes, largest_file;
  /* Something was made unreadable or too deep to be measured. */
  int hidden;
};

int supervise(const struct supervision *wanted);
int confine(const struct confinement *wanted);

/* Highest Landlock version of the kernel; 0 or less when it has none. */
int landlock_version(void);
/* Returns NULL, or what could not be done (errno says why). */
const char *landlock_apply(const struct confinement *wanted, int version, int program_fd);
/* For the bubblewrap tier: of Landlock only that connections lead to the one port. As above. */
const char *landlock_apply_port(const struct confinement *wanted, int version);
/* Landlock version is 0 outside the landlock tier. *listener is set to the descriptor that is asked about new processes, or -1. */
const char *seccomp_apply(const struct confinement *wanted, int version, int *listener);

void tree_read(struct tree *tree);
/* Adds files that are deleted but still held open or mapped by the tree to what the scratch space holds. */
void tree_deleted_files(const struct tree *tree, struct scratch_use *use);
void scratch_measure(const struct supervision *wanted, struct scratch_use *use);
/* Gives the scratch directories and all below to the ids wanted; links are not followed. Returns 0 or -1. */
int scratch_give(const struct supervision *wanted);

#endif
