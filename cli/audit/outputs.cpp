// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/outputs.hpp"

#include "core/store/atomic_file.hpp"
#include "report/writers/text.hpp"

#include <sstream>

namespace hygie::cli {
namespace {

std::string rendered(const Output& output, const report::ReportModel& model, const Console& console) {
  std::ostringstream out;
  if (output.path == "-" && output.format->name == "text") {
    report::write_text(model, out, {.width = console.width(), .colour = console.colour()});
  } else {
    output.format->write(model, out);
  }
  return std::move(out).str();
}

}  // namespace

core::Status check_outputs(const std::vector<Output>& outputs) {
  for (const auto& output : outputs)
    if (output.path != "-")
      if (auto good = core::can_write_file(output.path); !good) {
        good.error().code = core::ErrorCode::config;  // nothing was sent: the request is wrong
        return good;
      }
  return {};
}

std::vector<core::Error> write_outputs(const std::vector<Output>& outputs, const core::Run& run,
                                       const core::Catalogue& catalogue, core::Language language, Console& console) {
  std::vector<core::Error> failed;
  const report::ReportModel model{.run = run, .catalogue = catalogue, .language = language};
  for (const auto& output : outputs) {
    const auto bytes = rendered(output, model, console);
    const auto written = output.path == "-" ? console.data(bytes) : core::write_file(output.path, bytes);
    if (!written) failed.push_back(written.error());
  }
  return failed;
}

}  // namespace hygie::cli
