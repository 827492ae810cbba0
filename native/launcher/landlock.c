/* The landlock tier's view of files, of TCP and of other processes. Rules only ever add to "nothing". */
#define _GNU_SOURCE
#include "launcher.h"
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* From linux/landlock.h, spelled out so that any cross-compiler's headers will do. The number is the version it came with. */
#define FS_EXECUTE (1ull << 0)
#define FS_WRITE_FILE (1ull << 1)
#define FS_READ_FILE (1ull << 2)
#define FS_READ_DIR (1ull << 3)
#define FS_REMOVE_DIR (1ull << 4)
#define FS_REMOVE_FILE (1ull << 5)
#define FS_MAKE_DIR (1ull << 7)
#define FS_MAKE_REG (1ull << 8)
#define FS_ALL_1 ((1ull << 13) - 1)
#define FS_REFER_2 (1ull << 13)
#define FS_TRUNCATE_3 (1ull << 14)
#define FS_IOCTL_DEV_5 (1ull << 15)
#define NET_BIND_TCP_4 (1ull << 0)
#define NET_CONNECT_TCP_4 (1ull << 1)
#define SCOPE_ABSTRACT_UNIX_SOCKET_6 (1ull << 0)
#define SCOPE_SIGNAL_6 (1ull << 1)
#define RULE_PATH_BENEATH 1
#define RULE_NET_PORT 2
#define CREATE_RULESET_VERSION 1

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

struct ruleset_attributes {
  uint64_t handled_access_fs, handled_access_net, scoped;
};

struct path_beneath {
  uint64_t allowed_access;
  int32_t parent_fd;
} __attribute__((packed));

struct net_port {
  uint64_t allowed_access, port;
};

int landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, CREATE_RULESET_VERSION);
}

static int allow_fd(int ruleset, int fd, uint64_t access) {
  struct stat about;
  if (fstat(fd, &about)) return -1;
  /* The kernel refuses rights of directories on anything else. */
  if (!S_ISDIR(about.st_mode)) access &= FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE_3 | FS_IOCTL_DEV_5;
  struct path_beneath rule = {.allowed_access = access, .parent_fd = fd};
  return (int)syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0);
}

static int allow(int ruleset, const char *path, uint64_t access) {
  int fd = open(path, O_PATH | O_CLOEXEC);
  /* What a machine lacks (/lib64 on arm64, say) needs no rule. */
  if (fd < 0) return errno == ENOENT ? 0 : -1;
  int result = allow_fd(ruleset, fd, access);
  int why = errno;
  close(fd);
  errno = why;
  return result;
}

static const char *allow_port(int ruleset, int version, uint64_t port) {
  if (!port) return NULL;
  if (version < 4) {
    errno = ENOSYS;
    return "Landlock's rules for ports";
  }
  struct net_port rule = {.allowed_access = NET_CONNECT_TCP_4, .port = port};
  return syscall(SYS_landlock_add_rule, ruleset, RULE_NET_PORT, &rule, 0) ? "the port's rule" : NULL;
}

const char *landlock_apply_port(const struct confinement *wanted, int version) {
  if (version < 4) return allow_port(-1, version, wanted->connect_port);
  struct ruleset_attributes attributes = {.handled_access_net = NET_BIND_TCP_4 | NET_CONNECT_TCP_4};
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, offsetof(struct ruleset_attributes, scoped), 0);
  if (ruleset < 0) return "a Landlock ruleset";
  const char *failed = allow_port(ruleset, version, wanted->connect_port);
  if (failed) return failed;
  if (syscall(SYS_landlock_restrict_self, ruleset, 0)) return "Landlock's start";
  close(ruleset);
  return NULL;
}

const char *landlock_apply(const struct confinement *wanted, int version, int program_fd) {
  if (version < 1) return "Landlock";
  struct ruleset_attributes attributes = {.handled_access_fs = FS_ALL_1};
  size_t size = offsetof(struct ruleset_attributes, handled_access_net);
  if (version >= 2) attributes.handled_access_fs |= FS_REFER_2;
  if (version >= 3) attributes.handled_access_fs |= FS_TRUNCATE_3;
  if (version >= 5) attributes.handled_access_fs |= FS_IOCTL_DEV_5;
  if (version >= 4) {
    attributes.handled_access_net = NET_BIND_TCP_4 | NET_CONNECT_TCP_4;
    size = offsetof(struct ruleset_attributes, scoped);
  }
  if (version >= 6) {
    attributes.scoped = SCOPE_ABSTRACT_UNIX_SOCKET_6 | SCOPE_SIGNAL_6;
    size = sizeof attributes;
  }
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
  if (ruleset < 0) return "a Landlock ruleset";

  uint64_t read = FS_EXECUTE | FS_READ_FILE | FS_READ_DIR;
  /* No links, devices, sockets or pipes: whoever reads the scratch space afterwards must not be led elsewhere. */
  uint64_t write = read | FS_WRITE_FILE | FS_REMOVE_DIR | FS_REMOVE_FILE | FS_MAKE_DIR | FS_MAKE_REG | FS_REFER_2 | FS_TRUNCATE_3;
  uint64_t device = FS_READ_FILE | FS_WRITE_FILE | FS_TRUNCATE_3;
  uint64_t known = attributes.handled_access_fs;
  for (int i = 0; i < wanted->readable_count; i++)
    if (allow(ruleset, wanted->readable[i], read & known)) return wanted->readable[i];
  for (int i = 0; i < wanted->writable_count; i++)
    if (allow(ruleset, wanted->writable[i], write & known)) return wanted->writable[i];
  for (int i = 0; i < wanted->device_count; i++)
    if (allow(ruleset, wanted->devices[i], device & known)) return wanted->devices[i];
  if (allow_fd(ruleset, program_fd, (FS_EXECUTE | FS_READ_FILE) & known)) return "the program's rule";
  /* Its own directory in /proc (the number is ours, and stays over exec): C libraries read their stack's place there. */
  if (allow(ruleset, "/proc/self/", FS_READ_FILE | FS_READ_DIR)) return "/proc/self";
  const char *failed = allow_port(ruleset, version, wanted->connect_port);
  if (failed) return failed;
  if (syscall(SYS_landlock_restrict_self, ruleset, 0)) return "Landlock's start";
  close(ruleset);
  return NULL;
}
