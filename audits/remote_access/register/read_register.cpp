// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/register/read_register.hpp"

#include "audits/remote_access/register/moments.hpp"
#include "audits/remote_access/register/parts.hpp"
#include "core/calendar.hpp"
#include "core/declaration/shape.hpp"
#include "core/i18n.hpp"
#include "core/schema.hpp"
#include "net/scope.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace hygie::remote_access {
namespace {

using core::pointer_to;
using core::Problems;
using core::tr;
using nlohmann::json;

constexpr int minutes_a_day = 24 * 60;

int minute_of(const std::string& text) { return std::stoi(text.substr(0, 2)) * 60 + std::stoi(text.substr(3, 2)); }

std::uint8_t day_bit(const std::string& day) {
  constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return static_cast<std::uint8_t>(
      1U << static_cast<unsigned>(std::find(days.begin(), days.end(), day) - days.begin()));
}

class Reader {
 public:
  Reader(const core::YamlDocument& document, Problems& problems) : document_(document), problems_(problems) {}

  ReadRegister read() {
    const json& root = *document_.value;
    own_zone_ = root.value("time_zone", "Europe/Paris");
    if (zone_of(own_zone_, "/time_zone") == nullptr) return {};
    read_vendors(root);
    for (std::size_t i = 0; i < root["accesses"].size(); ++i)
      read_access(root["accesses"][i], pointer_to("/accesses", i));
    if (root.contains("cut_off")) read_cut_off(root["cut_off"]);
    for (auto& [name, zone] : zones_) out_.zones.push_back(std::move(zone));
    return std::move(out_);
  }

 private:
  /// Null when there is no such zone, which is then said.
  const Zone* zone_of(const std::string& name, std::string_view pointer) {
    if (const auto known = zones_.find(name); known != zones_.end()) return &known->second;
    auto found = find_zone(name);
    if (!found) {
      problems_.at_value(pointer, tr("\"{}\" is not a time zone that this machine knows", name),
                         tr("write Europe/Paris, and install the package tzdata"));
      return nullptr;
    }
    return &zones_.emplace(name, std::move(*found)).first->second;
  }

  core::OptionalInstant moment_at(const json& node, const char* key, const std::string& pointer) {
    const auto at = node.find(key);
    if (at == node.end()) return {};
    const auto moment = parse_moment(at->get_ref<const std::string&>(), zones_.at(own_zone_));
    if (moment) return *moment;
    problems_.at_value(pointer_to(pointer, key), tr("\"{}\" is not a moment", at->get<std::string>()),
                       tr("\"2026-03-01 14:00\" (the file's time zone) or 2026-03-01T13:00:00Z"));
    return {};
  }

  void check_order(core::OptionalInstant from, core::OptionalInstant until, const std::string& pointer) {
    if (from && until && *until <= *from)
      problems_.at_value(pointer, tr("the end is not after the beginning"), tr("exchange them, or mend the date"));
  }

  void read_vendors(const json& root) {
    const auto vendors = root.value("vendors", json::array());
    for (std::size_t i = 0; i < vendors.size(); ++i) {
      Vendor vendor;
      read_vendor(vendors[i], vendor);
      const auto name = vendor.name;
      if (!vendors_.emplace(name, std::move(vendor)).second)
        problems_.at_value(pointer_to(pointer_to("/vendors", i), "name"),
                           tr("the supplier \"{}\" is declared twice", name), tr("keep one of them"));
    }
  }

  void check_addresses(const Access& access, const std::string& pointer) {
    for (std::size_t i = 0; i < access.sources.size(); ++i)
      if (const auto network = net::parse_network(access.sources[i]); !network)
        problems_.at_value(pointer_to(pointer_to(pointer, "source_ips"), i), network.error().what,
                           network.error().hint);
  }

  void read_windows(const json& node, const std::string& pointer, Access& access) {
    const auto windows = node.value("windows", json::array());
    for (std::size_t i = 0; i < windows.size(); ++i) {
      WeeklyWindow window;
      window.zone = windows[i].value("tz", own_zone_);
      const auto at = pointer_to(pointer_to(pointer, "windows"), i);
      if (zone_of(window.zone, pointer_to(at, "tz")) == nullptr) continue;
      for (const auto& day : windows[i]["days"]) window.days |= day_bit(day.get<std::string>());
      window.from = minute_of(windows[i]["from"].get<std::string>());
      window.until = minute_of(windows[i]["to"].get<std::string>());
      if (window.from == window.until || window.days == 0) {
        problems_.at_value(at, tr("this window is empty"), tr("a whole day is written from: \"00:00\", to: \"24:00\""));
        continue;
      }
      add_window(window, access);
    }
  }

  /// One that passes midnight is two: until midnight, and the next day from then on.
  static void add_window(WeeklyWindow window, Access& access) {
    if (window.from < window.until) return access.windows.push_back(window);
    auto morning = window;
    const unsigned days = window.days;
    morning.days = static_cast<std::uint8_t>((days << 1U | days >> 6U) & 0x7fU);
    morning.from = 0;
    window.until = minutes_a_day;
    access.windows.push_back(window);
    if (morning.until > 0) access.windows.push_back(morning);
  }

  void read_openings(const json& node, const std::string& pointer, Access& access) {
    const auto openings = node.value("openings", json::array());
    for (std::size_t i = 0; i < openings.size(); ++i) {
      const auto& one = openings[i];
      const auto at = pointer_to(pointer_to(pointer, "openings"), i);
      Opening opening{.from = moment_at(one, "from", at),
                      .until = moment_at(one, "until", at),
                      .asked_by = one.value("asked_by", ""),
                      .approved_by = one.value("approved_by", ""),
                      .ticket = one.value("ticket", ""),
                      .reason = one.value("reason", ""),
                      .emergency = one.value("emergency", false),
                      .reviewed = date_at(one, "reviewed_on"),
                      .reviewed_by = one.value("reviewed_by", "")};
      check_order(opening.from, opening.until, pointer_to(at, "until"));
      if (!opening.from || !opening.until) continue;
      for (const auto& other : access.openings)
        if (*opening.from < *other.until && *other.from < *opening.until)
          problems_.at_value(at, tr("this opening overlaps another of the same access"),
                             tr("write them as one, or mend the hours"));
      access.openings.push_back(std::move(opening));
    }
  }

  void read_interventions(const json& node, const std::string& pointer, Access& access) {
    const auto interventions = node.value("interventions", json::array());
    for (std::size_t i = 0; i < interventions.size(); ++i) {
      const auto& one = interventions[i];
      const auto at = pointer_to(pointer_to(pointer, "interventions"), i);
      Intervention done{.start = moment_at(one, "start", at),
                        .end = moment_at(one, "end", at),
                        .ticket = one.value("ticket", ""),
                        .operator_name = one.value("operator", ""),
                        .account = one.value("account", ""),
                        .report = one.value("report_ref", ""),
                        .recording = one.value("recording", ""),
                        .report_on = date_at(one, "report_on")};
      check_order(done.start, done.end, pointer_to(at, "end"));
      if (done.start) access.interventions.push_back(std::move(done));
    }
  }

  void read_access(const json& node, const std::string& pointer) {
    auto access = access_of(node);
    access.where = document_.where(pointer);
    const auto known = vendors_.find(node["vendor"].value("name", ""));
    if (known != vendors_.end()) access.vendor = known->second;
    read_vendor(node["vendor"], access.vendor);
    if (!ids_.emplace(access.id, pointer).second)
      problems_.at_value(pointer_to(pointer, "id"), tr("the access \"{}\" is declared twice", access.id),
                         tr("give each its own id"));
    check_addresses(access, pointer);
    check_order(access.contract.start, access.contract.end, pointer_to(pointer_to(pointer, "contract"), "end"));
    read_windows(node, pointer, access);
    read_openings(node, pointer, access);
    read_interventions(node, pointer, access);
    out_.content.accesses.push_back(std::move(access));
  }

  void read_cut_off(const json& node) {
    auto& cut_off = out_.content.cut_off;
    cut_off.procedure = node.value("procedure", "");
    cut_off.decided_by = node.value("decided_by", "");
    cut_off.last_test = date_at(node, "last_test");
    if (node.contains("minutes")) cut_off.minutes = node["minutes"].get<int>();
  }

  const core::YamlDocument& document_;
  Problems& problems_;
  std::string own_zone_;
  std::map<std::string, Zone> zones_;
  std::map<std::string, Vendor> vendors_;
  std::map<std::string, std::string> ids_;
  ReadRegister out_;
};

}  // namespace

core::Checked<ReadRegister> read_register(const core::YamlDocument& document) {
  Problems problems(document);
  static const json schema = json::parse(core::schema_text("register"));
  core::check_shape(document, schema, problems);
  if (!problems.empty()) return tl::make_unexpected(problems.sorted());
  auto out = Reader(document, problems).read();
  if (!problems.empty()) return tl::make_unexpected(problems.sorted());
  return out;
}

core::Checked<ReadRegister> load_register(const std::string& path) {
  const auto document = core::load_yaml(path);
  if (!document) return tl::make_unexpected(std::vector{document.error()});
  return read_register(*document);
}

}  // namespace hygie::remote_access
