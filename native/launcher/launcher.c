/*
 * The launcher: how one hostile program is started, watched and ended. A static program without dependencies.
 *
 *   launcher supervise ... -- COMMAND   outside: limits over the whole process tree, the report, the end
 *   launcher confine ... -- PROGRAM     inside: rlimits, user id, Landlock, seccomp, then the program
 *   launcher probe                      what this kernel offers, as one JSON line
 *   launcher hello                      prints `hello`: something to run when a tier is tried
 *
 * In the bubblewrap tier COMMAND is bwrap, which starts `launcher confine` in its namespaces; in the landlock tier it is
 * `launcher confine` itself. Options are `--name value`; this program is only ever called by src/sandbox, which has
 * checked them, and it ends with status 64 when they are wrong.
 */
#define _GNU_SOURCE
#include "launcher.h"
#include <errno.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void wrong(const char *what) {
  fprintf(stderr, "launcher: wrong use: %s\n", what);
  _exit(64);
}

static uint64_t number(const char *text) {
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  if (errno || *text < '0' || *text > '9' || *end) wrong(text);
  return value;
}

static void add(const char **list, int *count, const char *value) {
  if (*count >= PATHS_LIMIT) wrong("too many paths");
  list[(*count)++] = value;
}

static int run_supervise(int argc, char **argv) {
  static struct supervision wanted = {.uid = -1, .gid = -1};
  for (int i = 2; i < argc; i += 2) {
    if (!strcmp(argv[i], "--")) {
      wanted.command = argv + i + 1;
      break;
    }
    if (i + 1 >= argc) wrong(argv[i]);
    const char *name = argv[i], *value = argv[i + 1];
    if (!strcmp(name, "--cpu")) wanted.cpu_seconds = number(value);
    else if (!strcmp(name, "--wall")) wanted.wall_seconds = number(value);
    else if (!strcmp(name, "--memory")) wanted.memory_bytes = number(value);
    else if (!strcmp(name, "--processes")) wanted.processes = number(value);
    else if (!strcmp(name, "--file")) wanted.file_bytes = number(value);
    else if (!strcmp(name, "--own-processes")) wanted.own_processes = number(value);
    else if (!strcmp(name, "--uid")) wanted.uid = (long)number(value);
    else if (!strcmp(name, "--gid")) wanted.gid = (long)number(value);
    else if (!strcmp(name, "--scratch")) add(wanted.scratch, &wanted.scratch_count, value);
    else wrong(name);
  }
  if (!wanted.command || !wanted.command[0]) wrong("no command");
  if (!wanted.cpu_seconds || !wanted.wall_seconds || !wanted.memory_bytes || !wanted.processes || !wanted.file_bytes)
    wrong("a limit is missing");
  return supervise(&wanted);
}

static int run_confine(int argc, char **argv) {
  static struct confinement wanted = {.uid = -1, .gid = -1};
  for (int i = 2; i < argc; i += 2) {
    if (!strcmp(argv[i], "--")) {
      if (i + 2 >= argc) break;
      wanted.program = argv[i + 1];
      wanted.command = argv + i + 2;
      break;
    }
    if (i + 1 >= argc) wrong(argv[i]);
    const char *name = argv[i], *value = argv[i + 1];
    if (!strcmp(name, "--cpu")) wanted.cpu_seconds = number(value);
    else if (!strcmp(name, "--file")) wanted.file_bytes = number(value);
    else if (!strcmp(name, "--processes")) wanted.processes = number(value);
    else if (!strcmp(name, "--uid")) wanted.uid = (long)number(value);
    else if (!strcmp(name, "--gid")) wanted.gid = (long)number(value);
    else if (!strcmp(name, "--cwd")) wanted.cwd = value;
    else if (!strcmp(name, "--landlock")) wanted.landlock = (int)number(value);
    else if (!strcmp(name, "--own-process-count")) wanted.own_process_count = (int)number(value);
    else if (!strcmp(name, "--connect-port")) wanted.connect_port = number(value);
    else if (!strcmp(name, "--read")) add(wanted.readable, &wanted.readable_count, value);
    else if (!strcmp(name, "--write")) add(wanted.writable, &wanted.writable_count, value);
    else if (!strcmp(name, "--device")) add(wanted.devices, &wanted.device_count, value);
    else if (!strcmp(name, "--env")) {
      if (wanted.environment_count >= ENVIRONMENT_LIMIT) wrong("too large an environment");
      wanted.environment[wanted.environment_count++] = argv[i + 1];
    } else wrong(name);
  }
  /* The program's path, then its argv: both must be there. */
  if (!wanted.program || !wanted.command || !wanted.command[0] || !wanted.cwd) wrong("no program");
  if (wanted.connect_port > 65535) wrong("no such port");
  return confine(&wanted);
}

static int run_probe(void) {
  struct seccomp_notif_sizes sizes;
  int notifies = syscall(SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, &sizes) == 0;
  printf("{\"v\":1,\"landlock\":%d,\"seccompNotify\":%s}\n", landlock_version(), notifies ? "true" : "false");
  return 0;
}

int main(int argc, char **argv) {
  if (argc < 2) wrong("no verb");
  if (!strcmp(argv[1], "supervise")) return run_supervise(argc, argv);
  if (!strcmp(argv[1], "confine")) return run_confine(argc, argv);
  if (!strcmp(argv[1], "probe")) return run_probe();
  if (!strcmp(argv[1], "hello")) return puts("hello") < 0;
  wrong(argv[1]);
  return 64;
}
