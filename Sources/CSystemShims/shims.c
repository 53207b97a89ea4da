#define _GNU_SOURCE
#include <malloc.h>
#include "CSystemShims.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

long shim_getdents64(int descriptor, void *buffer, size_t size) {
  return syscall(SYS_getdents64, descriptor, buffer, size);
}

const char *shim_error_text(int code) {
  return strerrordesc_np(code);
}

static int argument_count;
static char **arguments;

// The C library calls a constructor with the same arguments as main, which is Swift's.
__attribute__((constructor)) static void keep_arguments(int count, char **words) {
  argument_count = count;
  arguments = words;
}

int shim_argument_count(void) { return argument_count; }

char **shim_arguments(void) { return arguments; }

int shim_processor_count(void) {
  // A fixed set holds 1024 processors; beyond that the call fails and one is assumed.
  cpu_set_t processors;
  if (sched_getaffinity(0, sizeof(processors), &processors) != 0) {
    return 1;
  }
  int count = CPU_COUNT(&processors);
  return count > 0 ? count : 1;
}

void shim_grow_memory_by(int bytes) {
  mallopt(M_TOP_PAD, bytes);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
}

int shim_exchange(int directory, const char *first, const char *second) {
  return renameat2(directory, first, directory, second, RENAME_EXCHANGE);
}

int shim_rename_keeping(int directory, const char *source, const char *destination) {
  return renameat2(directory, source, directory, destination, RENAME_NOREPLACE);
}

int shim_pipe(int ends[2]) {
  return pipe2(ends, O_CLOEXEC);
}

void shim_widen_pipe(int end, int bytes) {
  (void)fcntl(end, F_SETPIPE_SZ, bytes);
}

int shim_signal_descriptor(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

int shim_memory_file(void) {
  return memfd_create("statuslint", MFD_CLOEXEC);
}

// Where linkers put the variables that have a value at the start, and those that are zero. Other data may come between them.
// Not every linker defines the end of the former.
extern char __data_start[], __bss_start[], _end[];
extern char __TMC_END__[] __attribute__((weak, visibility("hidden")));

static void touch(char *start, char *end) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t first = (uintptr_t)start & ~(page - 1);
  if (start < end) {
    madvise((void *)first, (uintptr_t)end - first, MADV_POPULATE_WRITE);
  }
}

void shim_touch_variables(void) {
  int error = errno;
  touch(__data_start, __TMC_END__);
  touch(__bss_start, _end);
  // Before Linux 5.14 it fails, which costs time only.
  errno = error;
}

void shim_touch_heap(size_t bytes) {
  char *memory = malloc(bytes);
  if (memory != NULL) {
    int error = errno;
    touch(memory, memory + bytes);
    errno = error;
  }
  free(memory);
}

void shim_begin_elsewhere(pthread_attr_t *attributes) {
  cpu_set_t processors;
  int current = sched_getcpu();
  if (current < 0 || sched_getaffinity(0, sizeof(processors), &processors) != 0) {
    return;
  }
  CPU_CLR(current, &processors);
  if (CPU_COUNT(&processors) > 0) {
    pthread_attr_setaffinity_np(attributes, sizeof(processors), &processors);
  }
}

void shim_run_anywhere(void) {
  cpu_set_t processors;
  if (sched_getaffinity(getpid(), sizeof(processors), &processors) == 0) {
    sched_setaffinity(0, sizeof(processors), &processors);
  }
}
