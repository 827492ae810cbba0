/*
 * The system calls that a sandboxed program may not make, in both tiers. A list of what is denied, not of what is allowed:
 * engines and C libraries change what they use. What the list does not know because it is newer than it does not exist
 * for the program.
 */
#define _GNU_SOURCE
#include "launcher.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "this architecture is not supported"
#endif

/* mseal, Linux 6.10. Calls above it were not looked at. */
#define LAST_KNOWN_CALL 462
#define FIRST_X32_CALL 0x40000000u

#define INSTRUCTIONS_LIMIT 400
#define DENY(error) (SECCOMP_RET_ERRNO | (error))
#define PRETEND SECCOMP_RET_ERRNO

struct program {
  struct sock_filter code[INSTRUCTIONS_LIMIT];
  unsigned short length;
  int overflow;
};

static void emit(struct program *p, unsigned short code, unsigned char yes, unsigned char no, uint32_t k) {
  if (p->length >= INSTRUCTIONS_LIMIT) {
    p->overflow = 1;
    return;
  }
  p->code[p->length++] = (struct sock_filter){code, yes, no, k};
}

static void load(struct program *p, size_t offset) { emit(p, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)offset); }
static void verdict(struct program *p, uint32_t action) { emit(p, BPF_RET | BPF_K, 0, 0, action); }

/* The call number is in the accumulator, before and after. */
static void on_call(struct program *p, long call, uint32_t action) {
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (uint32_t)call);
  verdict(p, action);
}

/* Low 32 bits of an argument: all that the kernel reads of ints. Both platforms are little-endian. */
static size_t argument(int index) { return offsetof(struct seccomp_data, args) + (size_t)index * 8; }

/* Ends the call unless its argument is one of the values; then another verdict is given. */
static void on_argument(struct program *p, long call, int index, const uint32_t *values, int count, uint32_t match, uint32_t rest) {
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, (unsigned char)(2 * count + 2), (uint32_t)call);
  load(p, argument(index));
  for (int i = 0; i < count; i++) {
    emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, values[i]);
    verdict(p, match);
  }
  verdict(p, rest);
}
#define ON_ARGUMENT(p, call, index, match, rest, ...)                                                                  \
  do {                                                                                                                 \
    const uint32_t values[] = {__VA_ARGS__};                                                                           \
    on_argument(p, call, index, values, sizeof values / sizeof *values, match, rest);                                  \
  } while (0)

/* Denies opening for reading together with O_TRUNC, which empties the file all the same. */
static void on_truncating_read(struct program *p, long call, int flags_index) {
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 5, (uint32_t)call);
  load(p, argument(flags_index));
  emit(p, BPF_JMP | BPF_JSET | BPF_K, 0, 2, O_TRUNC);
  emit(p, BPF_JMP | BPF_JSET | BPF_K, 1, 0, O_ACCMODE);
  verdict(p, DENY(EPERM));
  verdict(p, SECCOMP_RET_ALLOW);
}

/* Denies a call that has the flag in its argument. */
static void on_flag(struct program *p, long call, int index, uint32_t flag) {
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, (uint32_t)call);
  load(p, argument(index));
  emit(p, BPF_JMP | BPF_JSET | BPF_K, 0, 1, flag);
  verdict(p, DENY(EPERM));
  verdict(p, SECCOMP_RET_ALLOW);
}

/*
 * Without a port: no sockets. With one: TCP over IPv4, which Landlock then holds to that port. Not MPTCP, which it does not
 * watch, and no fast open, which connects without connect(2).
 */
static void on_network(struct program *p, uint64_t port) {
  if (!port) {
    on_call(p, SYS_socket, DENY(EPERM));
    on_call(p, SYS_connect, DENY(EPERM));
    return;
  }
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 10, SYS_socket);
  load(p, argument(0));
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 6, AF_INET);
  load(p, argument(1));
  emit(p, BPF_ALU | BPF_AND | BPF_K, 0, 0, ~(uint32_t)(SOCK_NONBLOCK | SOCK_CLOEXEC));
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SOCK_STREAM);
  load(p, argument(2));
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 2, 0, IPPROTO_IP);
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, IPPROTO_TCP);
  verdict(p, DENY(EPERM));
  verdict(p, SECCOMP_RET_ALLOW);
  on_flag(p, SYS_sendto, 3, MSG_FASTOPEN);
  on_flag(p, SYS_sendmsg, 2, MSG_FASTOPEN);
  on_flag(p, SYS_sendmmsg, 3, MSG_FASTOPEN);
}

/* No program that this tool runs needs one of these. */
static const int denied[] = {
    /* the network, and local sockets by name; socket and connect: see on_network */
    SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
    /* other processes */
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_process_madvise, 448 /* process_mrelease */, SYS_kcmp, SYS_pidfd_getfd,
    SYS_pidfd_send_signal, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_migrate_pages, SYS_move_pages, SYS_setpriority,
    SYS_ioprio_set, SYS_sched_setaffinity, SYS_sched_setattr, SYS_sched_setparam, SYS_sched_setscheduler,
    /* memory that no limit sees, or that outlives the program */
    SYS_memfd_create, 447 /* memfd_secret */, SYS_shmget, SYS_shmat, SYS_shmctl, SYS_msgget, SYS_msgsnd, SYS_msgrcv, SYS_msgctl, SYS_semget,
    SYS_semop, SYS_semtimedop, SYS_semctl, SYS_mq_open, SYS_mq_unlink, SYS_add_key, SYS_request_key, SYS_keyctl, SYS_mlock,
    SYS_mlock2, SYS_mlockall,
    /* wide doors into the kernel */
    SYS_bpf, SYS_userfaultfd, SYS_perf_event_open, SYS_fanotify_init, SYS_fanotify_mark, SYS_lookup_dcookie, SYS_vhangup, SYS_quotactl,
    443 /* quotactl_fd */, SYS_acct, SYS_syslog, SYS_swapon, SYS_swapoff, SYS_reboot, SYS_kexec_load, SYS_kexec_file_load, SYS_init_module,
    SYS_finit_module, SYS_delete_module, SYS_nfsservctl, SYS_clock_settime, SYS_clock_adjtime, SYS_settimeofday, SYS_adjtimex,
    SYS_sethostname, SYS_setdomainname, SYS_seccomp,
    /* namespaces and file systems */
    SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_open_tree, SYS_move_mount, SYS_fsopen, SYS_fsconfig,
    SYS_fsmount, SYS_fspick, SYS_mount_setattr, SYS_name_to_handle_at, SYS_open_by_handle_at,
    /* whoever reads the scratch space afterwards must not be led elsewhere, or wait at a pipe */
    SYS_symlinkat, SYS_linkat, SYS_mknodat,
    /* owners and attributes, which Landlock does not watch */
    SYS_fchown, SYS_fchownat, SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr,
#if defined(__x86_64__)
    SYS_symlink, SYS_link, SYS_mknod, SYS_chown, SYS_lchown, SYS_iopl, SYS_ioperm, SYS_modify_ldt, SYS_uselib, SYS_ustat, SYS_sysfs,
    SYS__sysctl, SYS_create_module, SYS_get_kernel_syms, SYS_query_module,
#endif
};

/* As if a kernel without them: C libraries and runtimes then use older calls, whose flags a filter can read. */
static const int absent[] = {SYS_clone3, SYS_openat2, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register};

/* Modes and times of files: Landlock does not watch them either, but copying a file sets them and must not fail. */
static const int pretended[] = {
    SYS_fchmod, SYS_fchmodat, 452 /* fchmodat2 */, SYS_utimensat,
#if defined(__x86_64__)
    SYS_chmod, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
};

static void write_program(struct program *p, const struct confinement *wanted, int version, int notify) {
  uint32_t new_process = notify ? SECCOMP_RET_USER_NOTIF : SECCOMP_RET_ALLOW;
  uint32_t self = (uint32_t)getpid();
  uint32_t eperm = DENY(EPERM);

  load(p, offsetof(struct seccomp_data, arch));
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, NATIVE_ARCHITECTURE);
  verdict(p, SECCOMP_RET_KILL_PROCESS);
  load(p, offsetof(struct seccomp_data, nr));
  emit(p, BPF_JMP | BPF_JGE | BPF_K, 0, 1, FIRST_X32_CALL);
  verdict(p, SECCOMP_RET_KILL_PROCESS);
  emit(p, BPF_JMP | BPF_JGT | BPF_K, 0, 1, LAST_KNOWN_CALL);
  verdict(p, DENY(ENOSYS));

  on_network(p, wanted->connect_port);
  for (size_t i = 0; i < sizeof denied / sizeof *denied; i++) on_call(p, denied[i], eperm);
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) on_call(p, absent[i], DENY(ENOSYS));
  for (size_t i = 0; i < sizeof pretended / sizeof *pretended; i++) on_call(p, pretended[i], PRETEND);

  /* A pair of connected sockets stays between the program's own processes; runtimes wake themselves through one. */
  ON_ARGUMENT(p, SYS_socketpair, 0, SECCOMP_RET_ALLOW, eperm, AF_UNIX);
  ON_ARGUMENT(p, SYS_prlimit64, 0, SECCOMP_RET_ALLOW, eperm, 0, self);
  ON_ARGUMENT(p, SYS_personality, 0, SECCOMP_RET_ALLOW, eperm, 0xffffffffu);
  /* F_SETOWN, F_SETSIG and their like send signals to strangers. */
  ON_ARGUMENT(p, SYS_fcntl, 1, eperm, SECCOMP_RET_ALLOW, 8, 10, 15);
  /* TIOCSTI, TIOCLINUX type into terminals; FIOSETOWN, SIOCSPGRP as above. */
  ON_ARGUMENT(p, SYS_ioctl, 1, eperm, SECCOMP_RET_ALLOW, 0x5412, 0x541c, 0x8901, 0x8902);
  /* PDEATHSIG keeps the program from outliving its supervisor, DUMPABLE from hiding from it; MM, SECCOMP and PTRACER are not needed. */
  ON_ARGUMENT(p, SYS_prctl, 0, eperm, SECCOMP_RET_ALLOW, PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_MM, PR_SET_SECCOMP, 0x59616d61);

  if (version > 0 && version < 3) {
    /* Before its third version Landlock did not watch truncation: a file that may be read could be emptied. */
    on_call(p, SYS_truncate, eperm);
    on_truncating_read(p, SYS_openat, 2);
#if defined(__x86_64__)
    on_truncating_read(p, SYS_open, 1);
#endif
  }
  if (version > 0 && version < 6 && wanted->uid < 0) {
    /* Without Landlock's scope and without a user id of its own the program may signal itself and its process group only. */
    ON_ARGUMENT(p, SYS_kill, 0, SECCOMP_RET_ALLOW, eperm, 0, self);
    ON_ARGUMENT(p, SYS_tgkill, 0, SECCOMP_RET_ALLOW, eperm, self);
    on_call(p, SYS_tkill, eperm);
  }

  uint32_t namespaces = CLONE_NEWCGROUP | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWUSER | CLONE_NEWUTS;
  emit(p, BPF_JMP | BPF_JEQ | BPF_K, 0, 6, SYS_clone);
  load(p, argument(0));
  emit(p, BPF_JMP | BPF_JSET | BPF_K, 0, 1, namespaces);
  verdict(p, eperm);
  emit(p, BPF_JMP | BPF_JSET | BPF_K, 0, 1, CLONE_THREAD);
  verdict(p, SECCOMP_RET_ALLOW);
  verdict(p, new_process);
#if defined(__x86_64__)
  on_call(p, SYS_fork, new_process);
  on_call(p, SYS_vfork, new_process);
#endif
  verdict(p, SECCOMP_RET_ALLOW);
}

const char *seccomp_apply(const struct confinement *wanted, int version, int *listener) {
  static struct program p;
  int notify = version > 0;
  write_program(&p, wanted, version, notify);
  if (p.overflow) return "a system call filter of this size";
  struct sock_fprog filter = {.len = p.length, .filter = p.code};
  unsigned flags = notify ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0;
  long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &filter);
  if (result < 0) return "the system call filter";
  *listener = notify ? (int)result : -1;
  return NULL;
}
