/*
 * A program that tries what a hostile test might, one thing a run; for src/sandbox's tests. It prints `ESCAPED: ...` and
 * ends with 66 where a try works, `held: ...` and 0 where it is refused; bombs do not end by themselves.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int escaped(const char *what) {
  printf("ESCAPED: %s\n", what);
  return 66;
}

static int held(void) {
  printf("held: %s\n", strerror(errno));
  return 0;
}

static int read_file(const char *path) {
  char text[64];
  int fd = open(path, O_RDONLY);
  if (fd < 0) return held();
  ssize_t got = read(fd, text, sizeof text);
  return got < 0 ? held() : escaped(path);
}

static int write_file(const char *path) {
  int fd = open(path, O_WRONLY | O_CREAT, 0644);
  if (fd < 0) return held();
  return write(fd, "x", 1) < 0 ? held() : escaped(path);
}

static int change_file(const char *path) {
  struct stat before, after;
  if (stat(path, &before)) return held();
  /* Some of these are answered with a pretended success: what counts is that nothing changed. */
  (void)!truncate(path, 0);
  (void)!chmod(path, 0777);
  int fd = open(path, O_RDONLY | O_TRUNC);
  if (fd >= 0) close(fd);
  if (!unlink(path)) return escaped("unlink");
  if (!rename(path, "renamed")) return escaped("rename");
  if (stat(path, &after)) return escaped("it is gone");
  if (after.st_size != before.st_size || after.st_mode != before.st_mode) return escaped("it changed");
  return held();
}

static int connect_to(const char *address, int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0) return held();
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  inet_pton(AF_INET, address, &to.sin_addr);
  return connect(fd, (struct sockaddr *)&to, sizeof to) ? held() : escaped(address);
}

static int send_datagram(const char *address) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  if (fd < 0) return held();
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(53)};
  inet_pton(AF_INET, address, &to.sin_addr);
  return sendto(fd, "x", 1, 0, (struct sockaddr *)&to, sizeof to) < 0 ? held() : escaped(address);
}

static int connect_unix(const char *path) {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  if (fd < 0) return held();
  struct sockaddr_un to = {.sun_family = AF_UNIX};
  snprintf(to.sun_path, sizeof to.sun_path, "%s", path);
  return connect(fd, (struct sockaddr *)&to, sizeof to) ? held() : escaped(path);
}

/* Ways around a rule for one TCP port: another family, a protocol that Landlock does not watch, connecting without connect(2), serving. */
static int around_port(const char *way, int port) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (!strcmp(way, "ipv6")) return socket(AF_INET6, SOCK_STREAM, 0) < 0 ? held() : escaped(way);
  if (!strcmp(way, "multipath")) return socket(AF_INET, SOCK_STREAM, 262) < 0 ? held() : escaped(way);
  if (!strcmp(way, "raw")) return socket(AF_INET, SOCK_RAW, IPPROTO_ICMP) < 0 ? held() : escaped(way);
  if (!strcmp(way, "netlink")) return socket(AF_NETLINK, SOCK_RAW, 0) < 0 ? held() : escaped(way);
  int fd = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  if (fd < 0) return held();
  if (!strcmp(way, "fastopen")) return sendto(fd, "x", 1, MSG_FASTOPEN, (struct sockaddr *)&to, sizeof to) < 0 ? held() : escaped(way);
  if (!strcmp(way, "serve")) {
    to.sin_port = 0;
    return bind(fd, (struct sockaddr *)&to, sizeof to) && listen(fd, 1) ? held() : escaped(way);
  }
  return escaped("an unknown way");
}

static int touch_process(pid_t pid) {
  static char place;
  if (kill(pid, 0) == 0) return escaped("it can be signalled");
  if (ptrace(PTRACE_ATTACH, pid, 0, 0) == 0) return escaped("it can be traced");
  struct rlimit none;
  if (prlimit(pid, RLIMIT_NOFILE, NULL, &none) == 0) return escaped("its limits can be read");
  if (setpriority(PRIO_PROCESS, (id_t)pid, 19) == 0) return escaped("its priority can be set");
  char byte;
  struct iovec local = {&byte, 1}, remote = {&place, 1};
  if (process_vm_readv(pid, &local, 1, &remote, 1, 0) >= 0) return escaped("its memory can be read");
  return held();
}

static int forbidden_call(void) {
  if (syscall(SYS_unshare, 0x10000000) == 0) return escaped("unshare");
  if (syscall(SYS_bpf, 0, 0, 0) >= 0 || errno != EPERM) return escaped("bpf");
  if (syscall(SYS_io_uring_setup, 1, 0) >= 0 || errno != ENOSYS) return escaped("io_uring");
  if (syscall(SYS_userfaultfd, 0) >= 0) return escaped("userfaultfd");
  if (syscall(SYS_keyctl, 0, 0, 0) >= 0) return escaped("keyctl");
  if (syscall(SYS_memfd_create, "x", 0) >= 0) return escaped("memfd");
  if (shmget(IPC_PRIVATE, 4096, 0600) >= 0) return escaped("shmget");
  if (symlink("/etc", "link") == 0) return escaped("symlink");
  if (mkfifo("fifo", 0600) == 0) return escaped("fifo");
  if (syscall(SYS_clone, 0x10000000 | SIGCHLD, 0, 0, 0, 0) >= 0) return escaped("clone with a user namespace");
  return held();
}

static void *sleep_thread(void *unused) {
  (void)unused;
  pause();
  return NULL;
}

static int bomb(const char *kind, const char *argument) {
  if (!strcmp(kind, "fork-bomb"))
    for (;;) fork();
  if (!strcmp(kind, "comet"))
    /* Always one young process: whoever looks for it finds one that has ended. */
    for (;;)
      if (fork() > 0) _exit(0);
  if (!strcmp(kind, "thread-bomb"))
    for (pthread_t thread;;) pthread_create(&thread, NULL, sleep_thread, NULL);
  if (!strcmp(kind, "memory"))
    for (;;) {
      /* Volatile, or a compiler sees that nobody reads it. */
      char *volatile block = malloc(8 << 20);
      if (block) memset(block, 1, 8 << 20);
    }
  if (!strcmp(kind, "shared-memory"))
    for (;;) {
      char *block = mmap(NULL, 8 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
      if (block != MAP_FAILED) memset(block, 1, 8 << 20);
    }
  if (!strcmp(kind, "one-file") || !strcmp(kind, "one-file-quietly")) {
    static char block[1 << 16];
    if (strcmp(kind, "one-file")) signal(SIGXFSZ, SIG_IGN);
    int fd = open("big", O_WRONLY | O_CREAT, 0644);
    while (write(fd, block, sizeof block) > 0) {}
    return 0;
  }
  if (!strcmp(kind, "many-files"))
    for (int i = 0;; i++) {
      char name[32];
      snprintf(name, sizeof name, "f%d", i);
      close(open(name, O_WRONLY | O_CREAT, 0644));
    }
  if (!strcmp(kind, "deleted-files"))
    for (;;) {
      static char block[1 << 20];
      int fd = open("gone", O_RDWR | O_CREAT, 0644);
      unlink("gone");
      if (fd < 0 || write(fd, block, sizeof block) < 0) pause();
    }
  if (!strcmp(kind, "hidden-files")) {
    mkdir("hidden", 0300);
    for (int i = 0;; i++) {
      char name[32];
      snprintf(name, sizeof name, "hidden/f%d", i);
      int fd = open(name, O_WRONLY | O_CREAT, 0644);
      if (fd < 0 || ftruncate(fd, 1) < 0) pause();
      close(fd);
    }
  }
  if (!strcmp(kind, "output"))
    for (char block[4096];;) {
      memset(block, 'x', sizeof block);
      if (write(1, block, sizeof block) < 0) return 1;
    }
  if (!strcmp(kind, "cpu-second")) {
    struct timespec used;
    do clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    while (used.tv_sec < 1);
    return 0;
  }
  if (!strcmp(kind, "cpu"))
    for (volatile uint64_t n = 0;; n++) {}
  if (!strcmp(kind, "cpu-children"))
    for (;;) {
      /* Each child uses little; all of them together do not. */
      pid_t child = fork();
      if (!child) {
        for (volatile uint64_t n = 0; n < 50000000; n++) {}
        _exit(0);
      }
      if (child > 0) waitpid(child, NULL, 0);
    }
  if (!strcmp(kind, "sleep")) {
    puts("ready");
    for (;;) pause();
  }
  if (!strcmp(kind, "daemon")) {
    if (fork()) {
      printf("left\n");
      fflush(stdout);
      return 0;
    }
    setsid();
    if (fork()) _exit(0);
    close(1);
    close(2);
    int fd = open(argument, O_WRONLY | O_CREAT, 0644);
    close(fd);
    for (;;) pause();
  }
  return 2;
}

static void print_bytes(const char *label, const unsigned char *bytes, size_t length) {
  printf("%s ", label);
  for (size_t i = 0; i < length; i++) printf("%02x", bytes[i]);
  printf("\n");
}

static void *print_random(void *label) {
  unsigned char bytes[20] = {0};
  if (syscall(SYS_getrandom, bytes, sizeof bytes, 0) != sizeof bytes) return NULL;
  print_bytes(label, bytes, sizeof bytes);
  if (getrandom(bytes, sizeof bytes, 0) == sizeof bytes) print_bytes(label, bytes, sizeof bytes);
  if (getentropy(bytes, sizeof bytes) == 0) print_bytes(label, bytes, sizeof bytes);
  return NULL;
}

/* What the determinism shim answers, and what the program is otherwise told. */
static int facts(void) {
  print_random("main");
  pthread_t thread;
  pthread_create(&thread, NULL, print_random, "thread");
  pthread_join(thread, NULL);
  struct timespec at, raw, before, after;
  struct timeval day;
  clock_gettime(CLOCK_REALTIME, &at);
  syscall(SYS_clock_gettime, CLOCK_REALTIME_COARSE, &raw);
  gettimeofday(&day, NULL);
  printf("clock %ld %ld %ld %ld\n", (long)at.tv_sec, (long)raw.tv_sec, (long)day.tv_sec, (long)time(NULL));
  clock_gettime(CLOCK_MONOTONIC, &before);
  do clock_gettime(CLOCK_MONOTONIC, &after);
  while (after.tv_nsec == before.tv_nsec);
  printf("monotonic moves\n");
  printf("urandom %s\n", open("/dev/urandom", O_RDONLY) < 0 ? "closed" : "readable");
  return 0;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "", *argument = argc > 2 ? argv[2] : "";
  setvbuf(stdout, NULL, _IOLBF, 0);
  if (!strcmp(what, "read")) return read_file(argument);
  if (!strcmp(what, "write")) return write_file(argument);
  if (!strcmp(what, "change")) return change_file(argument);
  if (!strcmp(what, "connect") && argc > 3) return connect_to(argument, atoi(argv[3]));
  if (!strcmp(what, "around-port") && argc > 3) return around_port(argument, atoi(argv[3]));
  if (!strcmp(what, "datagram")) return send_datagram(argument);
  if (!strcmp(what, "unix")) return connect_unix(argument);
  if (!strcmp(what, "process")) return touch_process((pid_t)atoi(argument));
  /* x32's getpid on x64; a number far above all calls elsewhere. */
  if (!strcmp(what, "other-architecture")) return syscall(0x40000000 | 39) >= 0 ? escaped("x32") : held();
  if (!strcmp(what, "children")) {
    /* What an honest program does with a child: start it, and end it. */
    pid_t child = fork();
    if (!child) abort();
    int status;
    waitpid(child, &status, 0);
    printf("child ended by %s\n", WIFSIGNALED(status) ? "a signal" : "itself");
    return 0;
  }
  if (!strcmp(what, "calls")) return forbidden_call();
  if (!strcmp(what, "facts")) return facts();
  if (!strcmp(what, "exit")) return atoi(argument);
  if (!strcmp(what, "abort")) abort();
  if (!strcmp(what, "environment")) {
    extern char **environ;
    for (char **at = environ; *at; at++) puts(*at);
    char here[4096];
    FILE *status = fopen("/proc/self/status", "r");
    for (char line[256]; status && fgets(line, sizeof line, status);)
      if (!strncmp(line, "CapEff:", 7) || !strncmp(line, "CapPrm:", 7) || !strncmp(line, "NoNewPrivs:", 11)) fputs(line, stdout);
    printf("cwd %s\nargv0 %s\nuid %s\n", getcwd(here, sizeof here), argv[0], getuid() ? "not root" : "root");
    return 0;
  }
  return bomb(what, argument);
}
