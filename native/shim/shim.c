/*
 * The determinism shim: preloaded into an engine's process, it answers everything that would otherwise let the operating
 * system's randomness or the wall clock reach a result. It reads no environment variable and no file, so nothing but its
 * bytes decides what it answers; a burst names it by digest.
 *
 * Every thread of every process gets the SAME endless stream of bytes from its own beginning. A stream by order of
 * creation would be wrong: runtimes start as many threads as the machine has cores, and start more when a pool happens to
 * be busy, so the thread that does the work would have another number on another machine. What must not collide (names of
 * temporary files) is created with O_EXCL and tried again with the next bytes.
 *
 * The monotonic clocks are real: programs wait by them. CLOCK_REALTIME stands still in the past, so that a deadline
 * against it ends at once instead of never.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>

#define EXPORT __attribute__((visibility("default")))

/* 2026-01-01T00:00:00Z. Part of what a slice's result means: changing it changes results. */
#define PINNED_SECONDS 1767225600

static __thread uint64_t stream_position __attribute__((tls_model("initial-exec")));

/* SplitMix64 over a counter: the n-th word of the stream. Public domain algorithm by Sebastiano Vigna. */
static uint64_t next_word(void) {
  uint64_t z = 0x66757a7a62757273ull + ++stream_position * 0x9e3779b97f4a7c15ull;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

static void fill(void *buffer, size_t length) {
  unsigned char *out = buffer;
  while (length > 0) {
    uint64_t word = next_word();
    size_t part = length < sizeof word ? length : sizeof word;
    memcpy(out, &word, part);
    out += part;
    length -= part;
  }
}

static int is_wall_clock(clockid_t clock) {
  /* REALTIME, REALTIME_COARSE, REALTIME_ALARM, TAI */
  return clock == 0 || clock == 5 || clock == 8 || clock == 11;
}

static void pin(struct timespec *at) {
  at->tv_sec = PINNED_SECONDS;
  at->tv_nsec = 0;
}

static long raw_syscall(long n, long a, long b, long c, long d, long e, long f) {
#if defined(__x86_64__)
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register long x8 __asm__("x8") = n;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
  return x0;
#else
#error "this architecture is not supported"
#endif
}

static long with_errno(long result) {
  if (result < 0 && result > -4096) {
    errno = (int)-result;
    return -1;
  }
  return result;
}

EXPORT ssize_t getrandom(void *buffer, size_t length, unsigned flags) {
  (void)flags;
  fill(buffer, length);
  return (ssize_t)length;
}

EXPORT int getentropy(void *buffer, size_t length) {
  if (length > 256) {
    errno = EIO;
    return -1;
  }
  fill(buffer, length);
  return 0;
}

EXPORT uint32_t arc4random(void) { return (uint32_t)next_word(); }

EXPORT void arc4random_buf(void *buffer, size_t length) { fill(buffer, length); }

EXPORT uint32_t arc4random_uniform(uint32_t bound) {
  return bound < 2 ? 0 : (uint32_t)(next_word() % bound);
}

EXPORT int clock_gettime(clockid_t clock, struct timespec *at) {
  static int (*real)(clockid_t, struct timespec *);
  if (is_wall_clock(clock)) {
    pin(at);
    return 0;
  }
  /* Through libc, because the kernel's vDSO is ten times as fast as a system call. */
  int (*found)(clockid_t, struct timespec *) = __atomic_load_n(&real, __ATOMIC_RELAXED);
  if (!found) {
    found = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    __atomic_store_n(&real, found, __ATOMIC_RELAXED);
  }
  if (found) return found(clock, at);
  return (int)with_errno(raw_syscall(SYS_clock_gettime, clock, (long)at, 0, 0, 0, 0));
}

EXPORT int gettimeofday(struct timeval *restrict at, void *restrict zone) {
  at->tv_sec = PINNED_SECONDS;
  at->tv_usec = 0;
  if (zone) memset(zone, 0, sizeof(struct timezone));
  return 0;
}

EXPORT time_t time(time_t *at) {
  if (at) *at = PINNED_SECONDS;
  return PINNED_SECONDS;
}

EXPORT int timespec_get(struct timespec *at, int base) {
  if (base != TIME_UTC) return 0;
  pin(at);
  return base;
}

/* Programs that ask the kernel by number: Rust's getrandom crate does so where libc lacks the function. */
EXPORT long syscall(long number, ...) {
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  switch (number) {
  case SYS_getrandom:
    return getrandom((void *)a, (size_t)b, (unsigned)c);
  case SYS_clock_gettime:
    return clock_gettime((clockid_t)a, (struct timespec *)b);
  case SYS_gettimeofday:
    return gettimeofday((struct timeval *)a, (void *)b);
#ifdef SYS_time
  case SYS_time:
    return time((time_t *)a);
#endif
  default:
    return with_errno(raw_syscall(number, a, b, c, d, e, f));
  }
}
