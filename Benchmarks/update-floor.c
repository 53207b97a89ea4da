/* The file operations of one `statuslint update`, and nothing else: what no program that commits so can be faster
   than. Reads the two large files of a tree and those of one task, writes a journal with the old bytes, stages, exchanges
   and synchronizes in the order of docs/committer.md, reads everything back, and cleans up. The new bytes are the old
   ones, so that a tree stays as it is.

   cc -O2 -o update-floor update-floor.c; update-floor SPECS PROJECT-DIRECTORY */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
  char path[1024], stage[1100], directory[1024];
  char *bytes;
  size_t size;
};

static void fail(const char *what) {
  perror(what);
  exit(3);
}

static char *slurp(const char *path, size_t *size) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (fd < 0 || fstat(fd, &status) != 0) fail(path);
  char *bytes = malloc((size_t)status.st_size + 1);
  size_t count = 0;
  ssize_t got;
  while ((got = read(fd, bytes + count, (size_t)status.st_size + 1 - count)) > 0) count += (size_t)got;
  close(fd);
  *size = count;
  return bytes;
}

static void spill(int fd, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t put = write(fd, bytes, size);
    if (put < 0) fail("write");
    bytes += put;
    size -= (size_t)put;
  }
}

static void synchronize(const char *directory) {
  int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0 || fsync(fd) != 0) fail(directory);
  close(fd);
}

static void list(const char *path) {
  DIR *stream = opendir(path);
  if (!stream) return;
  while (readdir(stream)) {}
  closedir(stream);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  const char *root = arguments[1], *project = arguments[2];
  struct file files[3];
  const char *names[] = {"%s/state.json", "%s/TODO.md", "%s/state.json"};
  char journal[1100], done[1100], place[1100];
  int lock = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock < 0 || flock(lock, LOCK_EX) != 0) fail(root);
  list(root);
  snprintf(place, sizeof place, "%s/plans", project);
  list(place);
  for (int index = 0; index < 3; index++) {
    struct file *file = &files[index];
    snprintf(file->directory, sizeof file->directory, "%s", index == 0 ? project : root);
    snprintf(file->path, sizeof file->path, names[index], file->directory);
    snprintf(file->stage, sizeof file->stage, "%s/.floor-%d", file->directory, index);
    file->bytes = slurp(file->path, &file->size);
  }
  snprintf(journal, sizeof journal, "%s/.floor.journal", root);
  snprintf(done, sizeof done, "%s/.floor.journal.done", root);
  snprintf(place, sizeof place, "%s/.floor.journal.new", root);
  /* What is planned on has to be there still. */
  for (int index = 0; index < 3; index++) {
    size_t size;
    char *again = slurp(files[index].path, &size);
    if (size != files[index].size || memcmp(again, files[index].bytes, size) != 0) return 1;
    free(again);
  }
  int fd = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0) fail(place);
  for (int index = 0; index < 3; index++) spill(fd, files[index].bytes, files[index].size);
  if (fsync(fd) != 0 || close(fd) != 0 || rename(place, journal) != 0) fail(place);
  synchronize(root);
  for (int index = 0; index < 3; index++) {
    fd = open(files[index].stage, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) fail(files[index].stage);
    spill(fd, files[index].bytes, files[index].size);
    if (fsync(fd) != 0 || close(fd) != 0) fail(files[index].stage);
  }
  for (int index = 0; index < 3; index++) {
    size_t size;
    free(slurp(files[index].path, &size));
    if (renameat2(AT_FDCWD, files[index].stage, AT_FDCWD, files[index].path, RENAME_EXCHANGE) != 0) fail("exchange");
    free(slurp(files[index].stage, &size));
  }
  synchronize(project);
  synchronize(root);
  if (rename(journal, done) != 0) fail(done);
  synchronize(root);
  for (int index = 0; index < 3; index++) {
    size_t size;
    char *again = slurp(files[index].path, &size);
    if (size != files[index].size || memcmp(again, files[index].bytes, size) != 0) return 1;
    free(again);
  }
  for (int index = 0; index < 3; index++) {
    size_t size;
    free(slurp(files[index].stage, &size));
    unlink(files[index].stage);
  }
  unlink(done);
  return 0;
}
