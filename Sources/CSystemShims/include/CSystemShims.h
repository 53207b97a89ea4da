// The few calls that Glibc's module map hides from Swift: variadic ones, macros, and GNU extensions that its
// clang module is built without. Each is a thin door, nothing more.
#ifndef CSYSTEMSHIMS_H
#define CSYSTEMSHIMS_H

#include <stddef.h>
#include <stdint.h>

/// getdents64(2): fills `buffer` with directory records. The bytes filled, 0 at the end, or -1 with errno.
long shim_getdents64(int descriptor, void *_Nonnull buffer, size_t size);

/// What errno `code` means, in English whatever the locale; NULL when the number is unknown.
const char *_Nullable shim_error_text(int code);

/// The processors that this process may run on; at least 1.
int shim_processor_count(void);

/// Has memory come from the system in steps of `bytes`, and never go back before the process ends (mallopt(3)).
void shim_grow_memory_by(int bytes);

#endif
