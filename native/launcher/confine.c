/* The inner half: makes itself small, then becomes the program. */
#define _GNU_SOURCE
#include "launcher.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Fixed, so that no machine's defaults can reach a result: a deep recursion overflows at the same depth everywhere. */
#define STACK_BYTES (8ull << 20)
#define OPEN_FILES 4096

static int fail(const char *what) {
  char message[512];
  int length = snprintf(message, sizeof message, "E%s: %s", what, strerror(errno));
  if (length > (int)sizeof message) length = sizeof message;
  /* When even this is lost, the supervisor sees an end without a start, which says enough. */
  (void)!write(STATUS_FD, message, (size_t)length);
  return 125;
}

static int limit(int resource, uint64_t soft, uint64_t hard) {
  struct rlimit value = {.rlim_cur = soft, .rlim_max = hard};
  return setrlimit(resource, &value);
}

static const char *set_limits(const struct confinement *wanted) {
  if (limit(RLIMIT_CORE, 0, 0)) return "RLIMIT_CORE";
  /* The soft limit's signal names the reason; the hard one is for those who ignore it. */
  if (limit(RLIMIT_CPU, wanted->cpu_seconds, wanted->cpu_seconds + 1)) return "RLIMIT_CPU";
  if (limit(RLIMIT_FSIZE, wanted->file_bytes, wanted->file_bytes)) return "RLIMIT_FSIZE";
  if (limit(RLIMIT_STACK, STACK_BYTES, STACK_BYTES)) return "RLIMIT_STACK";
  if (limit(RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)) return "RLIMIT_NOFILE";
  if (limit(RLIMIT_MEMLOCK, 0, 0)) return "RLIMIT_MEMLOCK";
  if (limit(RLIMIT_MSGQUEUE, 0, 0)) return "RLIMIT_MSGQUEUE";
  /* Twice what the supervisor allows: its look is what ends the program by name, this only slows a bomb until then. */
  uint64_t tasks = 2 * TASKS_LIMIT(wanted->processes);
  if (wanted->own_process_count && limit(RLIMIT_NPROC, tasks, tasks)) return "RLIMIT_NPROC";
  return NULL;
}

static const char *drop_ids(const struct confinement *wanted) {
  if (wanted->uid < 0) return NULL;
  if (setgroups(0, NULL)) return "setgroups";
  if (setresgid((gid_t)wanted->gid, (gid_t)wanted->gid, (gid_t)wanted->gid)) return "setresgid";
  if (setresuid((uid_t)wanted->uid, (uid_t)wanted->uid, (uid_t)wanted->uid)) return "setresuid";
  if (setresuid(0, 0, 0) != -1) return "leaving root behind";
  return NULL;
}

/* For a caller that is root but may not become somebody else: with no_new_privs, nothing gives capabilities back. */
static int drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {0};
  return (int)syscall(SYS_capset, &header, none);
}

static int announce(int listener) {
  char start = 'S';
  struct iovec part = {.iov_base = &start, .iov_len = 1};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
  } control = {0};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  if (listener >= 0) {
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &listener, sizeof listener);
  }
  return sendmsg(STATUS_FD, &message, MSG_NOSIGNAL) == 1 ? 0 : -1;
}

static void reset_signals(void) {
  for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

int confine(const struct confinement *wanted) {
  const char *failed;
  if (fcntl(STATUS_FD, F_SETFD, FD_CLOEXEC)) return fail("the status descriptor");
  if (syscall(SYS_close_range, STATUS_FD + 1, ~0u, 0) && errno != ENOSYS) return fail("closing descriptors");
  reset_signals();
  umask(022);

  /* Before ids are dropped: the program may lie where only the caller can go. */
  int program = open(wanted->program, O_RDONLY | O_CLOEXEC);
  if (program < 0) return fail("opening the program");
  if ((failed = set_limits(wanted))) return fail(failed);
  if ((failed = drop_ids(wanted))) return fail(failed);
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0)) return fail("PR_SET_PDEATHSIG");
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return fail("PR_SET_NO_NEW_PRIVS");
  if (drop_capabilities()) return fail("dropping capabilities");
  if (chdir(wanted->cwd)) return fail("entering the working directory");
  int version = wanted->landlock ? landlock_version() : 0;
  if (version > wanted->landlock) version = wanted->landlock;
  if (wanted->landlock && (failed = landlock_apply(wanted, version, program))) return fail(failed);
  if (!wanted->landlock && wanted->connect_port && (failed = landlock_apply_port(wanted, landlock_version()))) return fail(failed);
  int listener;
  if ((failed = seccomp_apply(wanted, version, &listener))) return fail(failed);
  /* Also fails when the supervisor died before its death could signal us. */
  if (announce(listener)) return 125;
  if (listener >= 0) close(listener);

  execve(wanted->program, wanted->command, wanted->environment);
  /* By descriptor, when the path leads through directories that the dropped id may not pass. */
  if (errno == EACCES) syscall(SYS_execveat, program, "", wanted->command, wanted->environment, AT_EMPTY_PATH);
  return fail("starting the program");
}
