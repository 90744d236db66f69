// SPDX-License-Identifier: EUPL-1.2
// hygie_test_recog FILE.xml...: holds every example of these files of Rapid7's recog, and says how many are found and
// read right. The files are the user's.
#include "audits/exposure/products/recog.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  std::size_t examples = 0, matched = 0, right = 0, left_out = 0;
  for (int i = 1; i < argc; ++i) {
    const auto file = hygie::exposure::Recog::load(argv[i]);
    if (!file) {
      std::fprintf(stderr, "%s: %s\n", file.error().where.c_str(), file.error().what.c_str());
      return 2;
    }
    const auto held = file->hold_examples();
    examples += held.examples;
    matched += held.matched;
    right += held.read_right;
    left_out += file->left_out().size();
    for (const auto& one : held.wrong) std::printf("wrong: %s: %s\n", argv[i], one.c_str());
    for (const auto& one : file->left_out()) std::printf("left out: %s: %s\n", argv[i], one.c_str());
  }
  std::printf("examples: %zu, matched: %zu, read right: %zu, fingerprints left out: %zu\n", examples, matched, right,
              left_out);
  return 0;
}
