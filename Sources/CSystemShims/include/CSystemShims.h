// The few calls that Glibc's module map hides from Swift: variadic ones, macros, and GNU extensions that its
// clang module is built without. Each is a thin door, nothing more.
#ifndef CSYSTEMSHIMS_H
#define CSYSTEMSHIMS_H

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
// Device numbers and extended attributes, which Glibc's module map leaves out.
#include <sys/sysmacros.h>
#include <sys/xattr.h>

/// getdents64(2): fills `buffer` with directory records. The bytes filled, 0 at the end, or -1 with errno.
long shim_getdents64(int descriptor, void *_Nonnull buffer, size_t size);

/// What errno `code` means, in English whatever the locale; NULL when the number is unknown.
const char *_Nullable shim_error_text(int code);

/// How many words the command line has, with that of the program.
int shim_argument_count(void);

/// The words of the command line, that of the program first. Swift would read them from /proc, which not every container has.
char *_Nullable *_Nullable shim_arguments(void);

/// The processors that this process may run on; at least 1.
int shim_processor_count(void);

/// Gives the variables of the program their memory, all at once, before there is a second thread. Later each first write to
/// a page of them would interrupt the other processors, which takes longer than a small file, most of all on a virtual machine.
void shim_touch_variables(void);

/// Has a thread that is started with `attributes` begin on another processor than the caller's, if it may use others:
/// the system may leave it waiting behind the caller, which is busy, while another processor is idle.
void shim_begin_elsewhere(pthread_attr_t *_Nonnull attributes);

/// Lets the calling thread, which began elsewhere, use every processor that the main thread may use.
void shim_run_anywhere(void);

/// Has memory come from the system in steps of `bytes`, and never go back before the process ends (mallopt(3)).
void shim_grow_memory_by(int bytes);

/// Has the heap of this thread get the next `bytes` from the system at once, rather than page by page.
void shim_touch_heap(size_t bytes);

/// renameat2(2) with RENAME_EXCHANGE, both names from `directory`. 0, or -1 with errno.
int shim_exchange(int directory, const char *_Nonnull first, const char *_Nonnull second);

/// renameat2(2) with RENAME_NOREPLACE, both names from `directory`. 0, or -1 with errno.
int shim_rename_keeping(int directory, const char *_Nonnull source, const char *_Nonnull destination);

/// pipe2(2) with O_CLOEXEC: 0, or -1 with errno.
int shim_pipe(int ends[_Nonnull 2]);

/// Lets a pipe hold `bytes` (fcntl(2) with F_SETPIPE_SZ), if the system allows that.
void shim_widen_pipe(int end, int bytes);

/// signalfd(2) for `signals`, which never waits: a descriptor, or -1 with errno.
int shim_signal_descriptor(const sigset_t *_Nonnull signals);

/// memfd_create(2) with MFD_CLOEXEC: a file in memory, or -1 with errno.
int shim_memory_file(void);

/// Locks `descriptor` by flock(2), or by fcntl(2) with F_OFD_SETLKW for a `record` lock, waiting at most `seconds`.
/// 0, or an errno; EWOULDBLOCK when others still have it.
int shim_lock(int descriptor, bool exclusive, bool record, double seconds);

/// Adds `count` blocks of 64 bytes to the five words of a SHA-1 (RFC 3174), by the instructions that processors have for it.
/// False, with nothing done, for a processor without them.
bool shim_sha1(uint32_t *_Nonnull state, const uint8_t *_Nonnull blocks, size_t count);

#endif
