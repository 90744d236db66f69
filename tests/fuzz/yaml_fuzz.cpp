// SPDX-License-Identifier: EUPL-1.2
#include "core/yaml.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <nlohmann/json.hpp>

using namespace hygie;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = core::parse_yaml(fuzz::as_text(data, size), "f.yaml");
  if (document) fuzz::expect(document->value != nullptr && !document->where("/a/b").empty());
  return 0;
}
