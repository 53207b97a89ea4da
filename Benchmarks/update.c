/* What `statuslint update` asks of the system, and nothing else: the same files are read, compared and written by the
 * same steps (docs/committer.md), but nobody looks at what is in them. `scripts/bench` holds the one against the other.
 *
 *   update ROOT FILE…    gives each FILE in ROOT, an open directory's path, its own bytes with the last one doubled
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { MOST_FILES = 8 };

struct file {
  const char *name;
  char stage[64];
  char *bytes;
  size_t size;
};

static void check(int holds, const char *what) {
  if (!holds) {
    perror(what);
    exit(3);
  }
}

static char *read_whole(int root, const char *name, size_t *size) {
  int descriptor = openat(root, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  check(descriptor >= 0, name);
  struct stat status;
  check(fstat(descriptor, &status) == 0, name);
  char *bytes = malloc((size_t)status.st_size + 1);
  check(bytes != NULL, name);
  ssize_t count = read(descriptor, bytes, (size_t)status.st_size + 1);
  check(count == status.st_size, name);
  close(descriptor);
  *size = (size_t)count;
  return bytes;
}

static void expect_old(int root, const char *name, const struct file *file) {
  size_t size;
  char *bytes = read_whole(root, name, &size);
  check(size == file->size && memcmp(bytes, file->bytes, size) == 0, name);
  free(bytes);
}

static void list(int root) {
  int descriptor = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *directory = fdopendir(descriptor);
  check(directory != NULL, "list");
  while (readdir(directory) != NULL) {
  }
  closedir(directory);
}

static void write_all(int descriptor, const char *bytes, size_t size, const char *what) {
  check(write(descriptor, bytes, size) == (ssize_t)size, what);
}

static void write_journal(int root, const struct file *files, int count) {
  size_t size = 0;
  for (int index = 0; index < count; index++) {
    size += files[index].size;
  }
  char *journal = malloc(size);
  check(journal != NULL, "journal");
  size_t end = 0;
  for (int index = 0; index < count; index++) {
    memcpy(journal + end, files[index].bytes, files[index].size);
    end += files[index].size;
  }
  int descriptor = openat(root, ".bench.new", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  check(descriptor >= 0, "journal");
  write_all(descriptor, journal, size, "journal");
  check(fsync(descriptor) == 0, "journal");
  close(descriptor);
  free(journal);
  check(renameat(root, ".bench.new", root, ".bench.journal") == 0, "journal");
  check(fsync(root) == 0, "root");
}

static void write_stage(int root, const struct file *file) {
  int descriptor = openat(root, file->stage, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  check(descriptor >= 0, file->stage);
  char *bytes = malloc(file->size + 1);
  check(bytes != NULL, file->stage);
  memcpy(bytes, file->bytes, file->size);
  bytes[file->size] = file->bytes[file->size - 1];
  write_all(descriptor, bytes, file->size + 1, file->stage);
  free(bytes);
  struct stat status;
  check(fstat(descriptor, &status) == 0 && fchmod(descriptor, 0644) == 0, file->stage);
  int source = openat(root, file->name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  check(source >= 0 && flistxattr(source, NULL, 0) >= 0, file->name);
  close(source);
  check(fsync(descriptor) == 0, file->stage);
  close(descriptor);
}

int main(int count, char **arguments) {
  struct file files[MOST_FILES];
  const int number = count - 2;
  if (number < 1 || number > MOST_FILES) {
    fprintf(stderr, "usage: update ROOT FILE...\n");
    return 2;
  }
  int root = open(arguments[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  check(root >= 0 && flock(root, LOCK_EX) == 0, arguments[1]);
  list(root);
  for (int index = 0; index < number; index++) {
    files[index].name = arguments[index + 2];
    snprintf(files[index].stage, sizeof files[index].stage, ".bench-%d", index);
    files[index].bytes = read_whole(root, files[index].name, &files[index].size);
  }
  for (int index = 0; index < number; index++) {
    expect_old(root, files[index].name, &files[index]);
  }
  list(root);
  write_journal(root, files, number);
  for (int index = 0; index < number; index++) {
    write_stage(root, &files[index]);
  }
  for (int index = 0; index < number; index++) {
    expect_old(root, files[index].name, &files[index]);
    check(renameat2(root, files[index].stage, root, files[index].name, RENAME_EXCHANGE) == 0, files[index].name);
    expect_old(root, files[index].stage, &files[index]);
  }
  check(fsync(root) == 0, "root");
  check(renameat(root, ".bench.journal", root, ".bench.done") == 0 && fsync(root) == 0, "commit");
  for (int index = 0; index < number; index++) {
    size_t size;
    free(read_whole(root, files[index].name, &size));
    expect_old(root, files[index].stage, &files[index]);
    check(unlinkat(root, files[index].stage, 0) == 0, files[index].stage);
  }
  check(unlinkat(root, ".bench.done", 0) == 0, "clean up");
  return 0;
}
