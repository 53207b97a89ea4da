#include "CSystemShims.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// Whether the processor has instructions for SHA-1, and those to put its words in order.
static bool has_instructions(void) {
  unsigned a, b, c, d;
  return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSSE3) && (c & bit_SSE4_1)
    && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/// The state after four rounds, of which the first has the number 4 * `step`.
__attribute__((target("sha,sse4.1"), always_inline))
static inline __m128i four_rounds(__m128i abcd, __m128i e, int step) {
  switch (step / 5) {
    case 0: return _mm_sha1rnds4_epu32(abcd, e, 0);
    case 1: return _mm_sha1rnds4_epu32(abcd, e, 1);
    case 2: return _mm_sha1rnds4_epu32(abcd, e, 2);
    default: return _mm_sha1rnds4_epu32(abcd, e, 3);
  }
}

__attribute__((target("sha,sse4.1")))
static void add_blocks(uint32_t *state, const uint8_t *bytes, size_t count) {
  const __m128i big_endian = _mm_set_epi64x(0x0001020304050607, 0x08090A0B0C0D0E0F);
  __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0x1B);
  __m128i e = _mm_set_epi32((int)state[4], 0, 0, 0);
  for (const uint8_t *block = bytes; block < bytes + 64 * count; block += 64) {
    const __m128i former_abcd = abcd;
    const __m128i former_e = e;
    __m128i words[4];
    for (int index = 0; index < 4; index++) {
      words[index] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)block + index), big_endian);
    }
#pragma clang loop unroll(full)
    for (int step = 0; step < 20; step++) {
      __m128i *next = &words[step % 4];
      const __m128i before = abcd;
      e = step == 0 ? _mm_add_epi32(e, *next) : _mm_sha1nexte_epu32(e, *next);
      abcd = four_rounds(abcd, e, step);
      e = before;
      // The words of four steps later take the place of those that were used.
      *next = _mm_xor_si128(_mm_sha1msg1_epu32(*next, words[(step + 1) % 4]), words[(step + 2) % 4]);
      *next = _mm_sha1msg2_epu32(*next, words[(step + 3) % 4]);
    }
    e = _mm_sha1nexte_epu32(e, former_e);
    abcd = _mm_add_epi32(abcd, former_abcd);
  }
  _mm_storeu_si128((__m128i *)state, _mm_shuffle_epi32(abcd, 0x1B));
  state[4] = (uint32_t)_mm_extract_epi32(e, 3);
}

bool shim_sha1(uint32_t *state, const uint8_t *blocks, size_t count) {
  static _Atomic int known = -1;
  // In a virtual machine, to ask the processor takes as long as a thousand bytes.
  if (known < 0) known = has_instructions();
  if (known) add_blocks(state, blocks, count);
  return known;
}

#else

bool shim_sha1(uint32_t *state, const uint8_t *blocks, size_t count) {
  (void)state;
  (void)blocks;
  (void)count;
  return false;
}

#endif
