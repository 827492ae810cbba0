/*
 * The outer half: starts the command, watches all that grows from it, ends all of it, and writes one JSON line on
 * descriptor 3. It ends the program too when descriptor 4 closes, that is when its own parent aborts or dies.
 */
#define _GNU_SOURCE
#include "launcher.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define REPORT_FD 3
#define CONTROL_FD 4
/* How often the tree is looked at, at most: a program can allocate some 100 MB between two looks. */
#define LOOK_MS 20
/*
 * After its first second a program is looked at less often, as long as it could not fill what memory it has left in twice
 * the pause at that pace: looking at a tree every 20 ms costs up to 2% of a core.
 */
#define CALM_AFTER_MS 1000
#define CALM_LOOK_MS 80
#define FILLED_BYTES_A_MS (UINT64_C(5) << 20)
/* How often the scratch space is walked, at most; and walking may take this share of the time. */
#define WALK_MS 250
#define WALK_SHARE 20
/* Patience with processes that do not die of SIGKILL (a broken disk). */
#define REAP_MS 10000

struct state {
  const struct supervision *wanted;
  pid_t child;
  int status_fd, listener, signal_fd, control_fd;
  int started, ended, wait_status;
  /* Why we ended it: a limit's name, `stopped`, or NULL. */
  const char *reason;
  char setup_failure[512];
  uint64_t began_ms, next_walk_ms, peak_bytes;
  int look_ms;
};

static uint64_t now_ms(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (uint64_t)at.tv_sec * 1000 + (uint64_t)at.tv_nsec / 1000000;
}

static uint64_t micros(struct timeval time) { return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_usec; }

static uint64_t reaped_cpu_micros(void) {
  struct rusage use;
  getrusage(RUSAGE_CHILDREN, &use);
  return micros(use.ru_utime) + micros(use.ru_stime);
}

/* The first reason stands. */
static void end_for(struct state *s, const char *reason) {
  if (!s->reason) s->reason = reason;
}

static void start(struct state *s) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)) _exit(65);
  pid_t parent = getpid();
  s->child = fork();
  if (s->child < 0) _exit(65);
  if (s->child > 0) {
    close(pair[1]);
    s->status_fd = pair[0];
    return;
  }
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (getppid() != parent) _exit(65);
  int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null < 0 || dup2(null, 0) < 0 || dup2(pair[1], STATUS_FD) < 0) _exit(65);
  if (pair[1] == STATUS_FD) fcntl(STATUS_FD, F_SETFD, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  char *empty[] = {NULL};
  execve(s->wanted->command[0], s->wanted->command, empty);
  dprintf(STATUS_FD, "E%s: %s", s->wanted->command[0], strerror(errno));
  _exit(125);
}

static void read_status(struct state *s) {
  char text[sizeof s->setup_failure];
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
  } control;
  struct iovec part = {.iov_base = text, .iov_len = sizeof text - 1};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
  ssize_t got = recvmsg(s->status_fd, &message, MSG_CMSG_CLOEXEC);
  if (got <= 0) {
    close(s->status_fd);
    s->status_fd = -1;
    return;
  }
  text[got] = 0;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS && s->listener < 0)
    memcpy(&s->listener, CMSG_DATA(header), sizeof s->listener);
  const char *rest = text;
  if (*rest == 'S') {
    s->started = 1;
    rest++;
  }
  if (*rest == 'E') snprintf(s->setup_failure, sizeof s->setup_failure, "%s", rest + 1);
}

static void reap(struct state *s) {
  int status;
  pid_t pid;
  while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
    if (pid == s->child) {
      s->ended = 1;
      s->wait_status = status;
    }
}

static int look_pause(const struct supervision *w, uint64_t used_bytes, uint64_t age_ms) {
  if (age_ms < CALM_AFTER_MS || used_bytes >= w->memory_bytes) return LOOK_MS;
  uint64_t pause = (w->memory_bytes - used_bytes) / FILLED_BYTES_A_MS / 2;
  return pause > CALM_LOOK_MS ? CALM_LOOK_MS : pause < LOOK_MS ? LOOK_MS : (int)pause;
}

static void look(struct state *s) {
  const struct supervision *w = s->wanted;
  struct tree tree;
  tree_read(&tree);
  if (tree.memory_bytes > s->peak_bytes) s->peak_bytes = tree.memory_bytes;
  uint64_t processes = (uint64_t)tree.count > w->own_processes ? (uint64_t)tree.count - w->own_processes : 0;
  uint64_t ticks = (uint64_t)sysconf(_SC_CLK_TCK);
  if (tree.overflow || processes > w->processes || tree.tasks > TASKS_LIMIT(w->processes)) end_for(s, "processes");
  if (tree.memory_bytes > w->memory_bytes) end_for(s, "memory");
  if (tree.cpu_ticks * 1000000 / ticks + reaped_cpu_micros() > w->cpu_seconds * 1000000) end_for(s, "cpu");
  uint64_t now = now_ms();
  if (now - s->began_ms > w->wall_seconds * 1000) end_for(s, "wall");
  s->look_ms = look_pause(w, tree.memory_bytes, now - s->began_ms);
  if (now < s->next_walk_ms) return;
  struct scratch_use use;
  scratch_measure(w, &use);
  tree_deleted_files(&tree, &use);
  if (use.hidden || use.bytes > w->file_bytes) end_for(s, "file-size");
  uint64_t after = now_ms(), pause = (after - now) * WALK_SHARE;
  s->next_walk_ms = after + (pause > WALK_MS ? pause : WALK_MS);
}

/* The filter of the landlock tier asks before every new process; bubblewrap's process namespace needs no asking. */
static void answer_new_process(struct state *s) {
  struct seccomp_notif_sizes sizes = {0};
  if (syscall(SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, &sizes)) return;
  size_t question_size = sizes.seccomp_notif > sizeof(struct seccomp_notif) ? sizes.seccomp_notif : sizeof(struct seccomp_notif);
  size_t answer_size =
      sizes.seccomp_notif_resp > sizeof(struct seccomp_notif_resp) ? sizes.seccomp_notif_resp : sizeof(struct seccomp_notif_resp);
  struct seccomp_notif *question = calloc(1, question_size);
  struct seccomp_notif_resp *answer = calloc(1, answer_size);
  if (question && answer && !ioctl(s->listener, SECCOMP_IOCTL_NOTIF_RECV, question)) {
    struct tree tree;
    reap(s);
    tree_read(&tree);
    answer->id = question->id;
    if ((uint64_t)tree.count + 1 > s->wanted->processes + s->wanted->own_processes) {
      end_for(s, "processes");
      answer->error = -EAGAIN;
    } else answer->flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
    /* Fails when the asking thread died meanwhile: nothing is left to answer. */
    (void)ioctl(s->listener, SECCOMP_IOCTL_NOTIF_SEND, answer);
  }
  free(question);
  free(answer);
}

static void watch(struct state *s) {
  while (!s->ended && !s->reason) {
    struct pollfd fds[] = {
        {.fd = s->control_fd, .events = POLLIN},
        {.fd = s->signal_fd, .events = POLLIN},
        {.fd = s->status_fd, .events = POLLIN},
        {.fd = s->listener, .events = POLLIN},
    };
    if (poll(fds, 4, s->look_ms) < 0 && errno != EINTR) end_for(s, "stopped");
    if (fds[1].revents) {
      struct signalfd_siginfo info;
      if (read(s->signal_fd, &info, sizeof info) == sizeof info && info.ssi_signo != SIGCHLD) end_for(s, "stopped");
    }
    if (fds[2].revents) read_status(s);
    if (fds[3].revents & POLLIN) answer_new_process(s);
    else if (fds[3].revents) {
      close(s->listener);
      s->listener = -1;
    }
    reap(s);
    if (!s->ended && fds[0].revents) {
      /* `o`: the reader has had all the output it allows. Anything else, and the end of it: stop. */
      char order = 0;
      end_for(s, read(s->control_fd, &order, 1) == 1 && order == 'o' ? "output" : "stopped");
    }
    if (!s->ended) look(s);
  }
}

/* Nothing of the tree is left when this returns: new processes are refused once the listener is closed, and what is
 * orphaned comes to us because we are its subreaper. */
static void end_all(struct state *s) {
  if (s->listener >= 0) close(s->listener);
  s->listener = -1;
  uint64_t until = now_ms() + REAP_MS;
  for (;;) {
    struct tree tree;
    tree_read(&tree);
    for (int i = 0; i < tree.count; i++) kill(tree.pids[i], SIGKILL);
    reap(s);
    siginfo_t any;
    if (waitid(P_ALL, 0, &any, WEXITED | WNOHANG | WNOWAIT) < 0 && errno == ECHILD) return;
    if (now_ms() > until) return;
    struct timespec pause = {.tv_nsec = 1000000};
    nanosleep(&pause, NULL);
  }
}

static void json_text(int fd, const char *text) {
  dprintf(fd, "\"");
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\') dprintf(fd, "\\%c", c);
    else if (c < 32 || c > 126) dprintf(fd, "?");
    else dprintf(fd, "%c", c);
  }
  dprintf(fd, "\"");
}

static void report(struct state *s, int fd) {
  struct rusage use;
  getrusage(RUSAGE_CHILDREN, &use);
  uint64_t resident = (uint64_t)use.ru_maxrss * 1024;
  uint64_t cpu = micros(use.ru_utime) + micros(use.ru_stime);
  int status = s->wait_status;
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  /* bubblewrap says a signal as 128 + its number, as shells do. */
  int killed_by = WIFSIGNALED(status) ? WTERMSIG(status) : code > 128 && code < 128 + 65 ? code - 128 : 0;
  const char *reason = s->reason;
  if (!reason && s->started && !*s->setup_failure) {
    struct scratch_use left;
    scratch_measure(s->wanted, &left);
    if (killed_by == SIGXFSZ) reason = "file-size";
    else if (killed_by == SIGXCPU || (killed_by == SIGKILL && cpu >= s->wanted->cpu_seconds * 1000000)) reason = "cpu";
    /* A program may ignore the signal and end as if nothing had been. */
    else if (left.hidden || left.bytes > s->wanted->file_bytes || left.largest_file >= s->wanted->file_bytes) reason = "file-size";
  }
  dprintf(fd, "{\"v\":1,\"cpuMicros\":%llu,\"wallMs\":%llu,\"maxRssBytes\":%llu,", (unsigned long long)cpu,
          (unsigned long long)(now_ms() - s->began_ms), (unsigned long long)(resident > s->peak_bytes ? resident : s->peak_bytes));
  if (*s->setup_failure || (!s->started && !reason)) {
    dprintf(fd, "\"end\":\"setup\",\"what\":");
    json_text(fd, *s->setup_failure ? s->setup_failure : "the isolation ended before the program was started");
  } else if (reason && !strcmp(reason, "stopped")) dprintf(fd, "\"end\":\"stopped\"");
  else if (reason) dprintf(fd, "\"end\":\"limit\",\"limit\":\"%s\"", reason);
  else if (killed_by) dprintf(fd, "\"end\":\"killed\",\"signal\":%d", killed_by);
  else dprintf(fd, "\"end\":\"exited\",\"code\":%d", code);
  dprintf(fd, "}\n");
}

int supervise(const struct supervision *wanted) {
  struct state s = {.wanted = wanted, .status_fd = -1, .listener = -1, .look_ms = LOOK_MS};
  int report_fd = fcntl(REPORT_FD, F_DUPFD_CLOEXEC, 16);
  s.control_fd = fcntl(CONTROL_FD, F_DUPFD_CLOEXEC, 16);
  if (report_fd < 0 || s.control_fd < 0) return 64;
  close(REPORT_FD);
  close(CONTROL_FD);
  setsid();
  sigset_t watched;
  sigemptyset(&watched);
  int numbers[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP};
  for (int i = 0; i < 4; i++) sigaddset(&watched, numbers[i]);
  sigprocmask(SIG_BLOCK, &watched, NULL);
  signal(SIGPIPE, SIG_IGN);
  s.signal_fd = signalfd(-1, &watched, SFD_CLOEXEC);
  if (s.signal_fd < 0 || prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)) return 65;
  s.began_ms = now_ms();
  if (wanted->uid >= 0 && scratch_give(wanted)) {
    snprintf(s.setup_failure, sizeof s.setup_failure, "giving the scratch space to its user: %s", strerror(errno));
    report(&s, report_fd);
    return 0;
  }
  start(&s);
  watch(&s);
  end_all(&s);
  /* What the confined half said last may not have been read yet. */
  struct pollfd last = {.fd = s.status_fd, .events = POLLIN};
  while (last.fd >= 0 && poll(&last, 1, 0) > 0) {
    read_status(&s);
    last.fd = s.status_fd;
  }
  report(&s, report_fd);
  return 0;
}
