#define _GNU_SOURCE
#include "CSystemShims.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

/// One call for the lock: 0, or -1 with errno.
static int call_lock(int descriptor, bool exclusive, bool record, bool wait) {
  if (!record) {
    return flock(descriptor, (exclusive ? LOCK_EX : LOCK_SH) | (wait ? 0 : LOCK_NB));
  }
  struct flock whole_file = {.l_type = exclusive ? F_WRLCK : F_RDLCK, .l_whence = SEEK_SET};
  return fcntl(descriptor, wait ? F_OFD_SETLKW : F_OFD_SETLK, &whole_file);
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/// What ends the wait for a lock: a signal to this thread alone, which no program uses for anything else.
static int wake_signal(void) {
  return SIGRTMAX - 2;
}

static void do_nothing(int signal) {
  (void)signal;
}

/// Has this thread woken up after `seconds`, and then again and again: a signal just before the call that waits
/// would be lost. 0, or an errno.
static int start_waking(double seconds, timer_t *timer) {
  struct sigaction action = {.sa_handler = do_nothing};
  sigemptyset(&action.sa_mask);
  // The handler stays for good: without it, a last signal that is still under way would end the process.
  if (sigaction(wake_signal(), &action, NULL) != 0) {
    return errno;
  }
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = wake_signal()};
  event._sigev_un._tid = gettid();
  if (timer_create(CLOCK_MONOTONIC, &event, timer) != 0) {
    return errno;
  }
  const long whole = (long)seconds;
  const struct itimerspec times = {
      .it_value = {.tv_sec = whole, .tv_nsec = 1 + (long)((seconds - (double)whole) * 999999998)},
      .it_interval = {.tv_nsec = 20 * 1000 * 1000}};
  return timer_settime(*timer, 0, &times, NULL) == 0 ? 0 : errno;
}

/// Waits in the system's own queue, which serves in order as trying again and again would not. 0, or an errno.
static int wait_for_lock(int descriptor, bool exclusive, bool record, double seconds) {
  const double deadline = seconds_now() + seconds;
  timer_t timer;
  sigset_t wake_set, former_set;
  sigemptyset(&wake_set);
  sigaddset(&wake_set, wake_signal());
  pthread_sigmask(SIG_UNBLOCK, &wake_set, &former_set);
  int code = start_waking(seconds, &timer);
  if (code == 0) {
    while (call_lock(descriptor, exclusive, record, true) != 0) {
      code = errno == EINTR ? EWOULDBLOCK : errno;
      if (code != EWOULDBLOCK || seconds_now() >= deadline) {
        break;
      }
      code = 0;
    }
    timer_delete(timer);
  }
  pthread_sigmask(SIG_SETMASK, &former_set, NULL);
  return code;
}

int shim_lock(int descriptor, bool exclusive, bool record, double seconds) {
  while (call_lock(descriptor, exclusive, record, false) != 0) {
    const bool is_held_by_others = errno == EWOULDBLOCK || errno == EACCES;
    if (is_held_by_others) {
      return seconds > 0 ? wait_for_lock(descriptor, exclusive, record, seconds) : EWOULDBLOCK;
    }
    if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}
