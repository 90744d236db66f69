// SPDX-License-Identifier: EUPL-1.2
#include "core/catalogue.hpp"
#include "core/declaration/declaration.hpp"
#include "core/declaration/waivers.hpp"
#include "core/yaml.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace hygie;

namespace {

const core::Catalogue& catalogue() {
  static const auto parsed = core::Catalogue::parse(R"([{"id":"DIR-KRBTGT-AGE","domain":"directory","theme":"x",
    "severity":"high","level":2,"references":{"anssi":["vuln_krbtgt"]},
    "params":{"days":{"type":"integer","default":10,"minimum":1,"maximum":100},"words":{"type":"list","default":["a"]}},
    "title":{"fr":"t","en":"t"},"risk":{"fr":"r","en":"r"},"remediation":{"fr":"m","en":"m"},
    "message":{"fail":{"fr":"f","en":"f"}}}])");
  return *parsed;
}

template <class T>
void told(const core::Checked<T>& read) {
  if (read) return;
  fuzz::expect(!read.error().empty());
  for (const auto& error : read.error()) fuzz::expect(!error.what.empty() && error.where.starts_with("f.yaml:"));
}

}  // namespace

// A declaration, then the same bytes as waivers: understood, or every mistake told with its place.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = core::parse_yaml(fuzz::as_text(data, size), "f.yaml");
  if (!document) return 0;
  told(core::read_declaration(*document, catalogue()));
  told(core::read_waivers(*document, catalogue(), std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}));
  return 0;
}
