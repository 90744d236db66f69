// SPDX-License-Identifier: EUPL-1.2
// How long a port is waited for, with a clock and servers made up: nothing here sleeps or connects.
#include "audits/exposure/collect/identify/inquiry.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <optional>

using namespace hygie::exposure;
using hygie::net::Outcome;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

/// What a server does on one line, so long after it took it up.
struct Reply {
  milliseconds after{0};
  std::string heard = {};
  std::string protocol = {};
  Ending ending = Ending::complete;
  bool before_our_word = false;
  bool secured = false;  // TLS was established before
};

struct Line {
  std::string name;
  bool tls = false;
  milliseconds opened{0};
};

/// A port with its server, and everything that was opened to it.
struct Played {
  Service service;
  std::vector<Line> lines;
  milliseconds took{0};
  [[nodiscard]] std::optional<milliseconds> first(std::string_view name) const {
    for (const auto& line : lines)
      if (line.name == name) return line.opened;
    return std::nullopt;
  }
};

class Stage {
 public:
  using Time = Inquiry::Time;
  /// Nothing: silence for ever. `others` is how many lines are open besides.
  using Server = std::function<std::optional<Reply>(const Line&, std::size_t others)>;

  explicit Stage(std::uint16_t port, Server server) : port_{"192.0.2.7", port, {}}, server_(std::move(server)) {}
  milliseconds round_trip = 1ms;
  bool reachable = true;
  bool one_guest = false;  // whoever comes later is taken up when those before are gone

  Played play() {
    Inquiry inquiry(port_, inventory_, patience_);
    Played out;
    for (now_ = 0ms; !inquiry.over() && now_ < 120s; now_ += 1ms) {
      if (const auto* tried = inquiry.next(at(now_))) {
        out.lines.push_back({tried->name, tried->tls, now_});
        const auto number = inquiry.opened(at(now_));
        lines_.push_back({out.lines.back(), number, std::nullopt, std::nullopt});
      }
      for (std::size_t i = 0; i < lines_.size();) i = go_on(inquiry, i) ? i + 1 : i;
    }
    out.took = now_;
    out.service = inquiry.conclude();
    return out;
  }

 private:
  struct Open {
    Line line;
    std::size_t number = 0;
    std::optional<milliseconds> taken_up;
    std::optional<Reply> reply;
  };
  static Time at(milliseconds now) { return Time{} + 1h + now; }

  void take_up(Open& one, std::size_t index) {
    if (one.taken_up || (one_guest && index > 0)) return;
    one.taken_up = now_;
    one.reply = server_(one.line, lines_.size() - 1);
  }

  /// False: that line is gone.
  bool go_on(Inquiry& inquiry, std::size_t index) {
    auto& one = lines_[index];
    Conversation::SoFar so_far;
    if (reachable && now_ >= one.line.opened + round_trip) {
      so_far.connected = at(one.line.opened + round_trip);
      take_up(one, index);
    }
    const bool answers = one.reply && now_ >= *one.taken_up + one.reply->after;
    if (one.reply && one.reply->secured) so_far.secured = true;
    inquiry.seen(one.number, so_far);
    if (!answers && !inquiry.overdue(one.number, at(now_))) return true;
    Attempt attempt;
    attempt.ending = answers ? one.reply->ending : Ending::timed_out;
    if (answers) {
      attempt.heard.assign(one.reply->heard.begin(), one.reply->heard.end());
      if (!one.reply->protocol.empty()) attempt.identity = Identity{one.reply->protocol, {}};
      attempt.before_our_word = one.reply->before_our_word;
      attempt.secured = one.reply->secured;
    }
    const auto number = one.number;
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(index));
    inquiry.ended(number, std::move(attempt), at(now_));
    return false;
  }

  OpenPort port_;
  Server server_;
  Inventory inventory_;
  Patience patience_;
  milliseconds now_{0};
  std::vector<Open> lines_;
};

std::optional<Reply> silence(const Line&, std::size_t) { return std::nullopt; }
Reply knows(const std::string& protocol, milliseconds after = 5ms) { return {.after = after, .protocol = protocol}; }
Reply greets(milliseconds after) { return {.after = after, .heard = "220 mx.exemple.test ESMTP Postfix\r\n"}; }

}  // namespace

TEST_CASE("a port without a word is left in under ten seconds", "[exposure][identify]") {
  for (const auto port : std::vector<std::uint16_t>{7777, 80, 443, 502, 1080, 4242, 8443, 2575}) {
    CAPTURE(port);
    const auto played = Stage(port, silence).play();
    CHECK(played.took < 10s);
    CHECK(played.lines.size() <= 14);
    CHECK(played.service.identified == hygie::net::Observation{Outcome::unknown, "timeout"});
    CHECK(played.first("greeting"));
  }
}

TEST_CASE("where somebody greets, a late greeting is waited for, and nobody talks first", "[exposure][identify]") {
  for (const auto delay : {6s, 12s, 19s}) {
    const auto played = Stage(25, [&](const Line&, std::size_t) { return greets(delay); }).play();
    CHECK(played.service.protocol == "smtp");
    CHECK(played.took < delay + 10s);
    REQUIRE(!played.lines.empty());
    CHECK(played.lines[0].name == "smtp");
    CHECK(played.first("http").value_or(1h) >= 7s);
  }
  const auto mute = Stage(25, silence).play();
  CHECK(mute.took < 25s);
  CHECK(mute.service.identified.outcome == Outcome::unknown);
}

TEST_CASE("a late greeting on any port is heard", "[exposure][identify]") {
  const auto patient = Stage(7777, [](const Line&, std::size_t) { return greets(6s); }).play();
  CHECK(patient.service.protocol == "smtp");
  // who refuses whoever speaks before it has greeted shows itself to the line that listens
  Stage strict(7777, [](const Line& line, std::size_t) {
    if (line.name == "greeting") return greets(6s);
    return Reply{.after = 1ms, .heard = {}, .ending = Ending::closed};
  });
  CHECK(strict.play().service.protocol == "smtp");
}

TEST_CASE("what the port's number suggests is asked alone, and answers in one connection", "[exposure][identify]") {
  const auto dicom = Stage(4242, [](const Line& line, std::size_t) {
                       return line.name == "dicom" ? knows("dicom", 800ms) : Reply{.ending = Ending::closed};
                     }).play();
  CHECK(dicom.service.protocol == "dicom");
  CHECK(dicom.lines.size() == 1);
  const auto site = Stage(80, [](const Line& line, std::size_t) -> std::optional<Reply> {
                      if (line.name == "http" && !line.tls) return knows("http", 2500ms);
                      return std::nullopt;
                    }).play();
  CHECK(site.service.protocol == "http");
  CHECK(site.took < 3s);
}

TEST_CASE("an unusual service is found beside silent lines, without their waits", "[exposure][identify]") {
  const auto played = Stage(7777, [](const Line& line, std::size_t) -> std::optional<Reply> {
                        if (line.name == "modbus") return knows("modbus");
                        return std::nullopt;
                      }).play();
  CHECK(played.service.protocol == "modbus");
  CHECK(played.took < 3s);
}

TEST_CASE("a server that takes one guest at a time meets each line in turn", "[exposure][identify]") {
  SECTION("the others wait: who is wrong is shown out, who is right is known") {
    Stage stage(11115, [](const Line& line, std::size_t) {
      return line.name == "dicom" ? knows("dicom") : Reply{.after = 5ms, .ending = Ending::closed};
    });
    stage.one_guest = true;
    const auto played = stage.play();
    CHECK(played.service.protocol == "dicom");
    CHECK(played.took < 3s);
  }
  SECTION("who is wrong is left without a word") {
    Stage stage(11115, [](const Line& line, std::size_t) -> std::optional<Reply> {
      if (line.name == "dicom") return knows("dicom");
      return std::nullopt;
    });
    stage.one_guest = true;
    const auto played = stage.play();
    CHECK(played.service.protocol == "dicom");
    CHECK(played.took < 10s);
  }
  SECTION("the others are shown the door before they speak: that refuses nothing") {
    Stage stage(5020, [](const Line& line, std::size_t others) -> std::optional<Reply> {
      if (others > 0) return Reply{.after = 1ms, .ending = Ending::closed, .before_our_word = true};
      if (line.name == "modbus") return knows("modbus");
      return std::nullopt;
    });
    const auto played = stage.play();
    CHECK(played.service.protocol == "modbus");
    CHECK(played.took < 30s);
    CHECK(played.lines.size() <= 14);
  }
}

TEST_CASE("the likeliest try that is cut without a word is made once more, and no more", "[exposure][identify]") {
  unsigned asked = 0;
  const auto busy = Stage(1194, [&](const Line& line, std::size_t) {
                      const bool first = line.name == "openvpn-tcp" && ++asked == 1;
                      return first ? Reply{.after = 900ms, .ending = Ending::reset} : knows("openvpn");
                    }).play();
  CHECK(busy.service.protocol == "openvpn");
  CHECK(busy.lines.size() == 2);
  const auto cut =
      Stage(5432, [](const Line&, std::size_t) { return Reply{.after = 1ms, .ending = Ending::reset}; }).play();
  CHECK(cut.service.identified == hygie::net::Observation{Outcome::unknown, "reset"});
  CHECK(std::count_if(cut.lines.begin(), cut.lines.end(), [](const Line& line) { return line.name == "postgresql"; }) ==
        2);
}

TEST_CASE("a port that takes no connection any more is called twice", "[exposure][identify]") {
  Stage stage(7777, silence);
  stage.reachable = false;
  const auto played = stage.play();
  CHECK(played.lines.size() == 2);
  CHECK(played.took < 10s);
  CHECK(played.service.identified == hygie::net::Observation{Outcome::unknown, "timeout"});
}

TEST_CASE("a far server gets its round trips", "[exposure][identify]") {
  Stage stage(7777, [](const Line& line, std::size_t) -> std::optional<Reply> {
    if (line.name == "greeting") return greets(300ms);
    return std::nullopt;
  });
  stage.round_trip = 200ms;
  const auto played = stage.play();
  CHECK(played.service.protocol == "smtp");
  CHECK(played.first("http") == std::nullopt);  // nobody spoke before it
}

TEST_CASE("TLS on a port of its own is found by an alert, by silence, and never beside a word in clear",
          "[exposure][identify]") {
  const auto inside = [](const Line& line) { return line.tls && line.name == "http"; };
  const Reply site{.after = 5ms, .protocol = "http", .secured = true};
  SECTION("an alert") {
    const auto played = Stage(7777, [&](const Line& line, std::size_t) -> std::optional<Reply> {
                          if (inside(line)) return site;
                          if (line.name == "greeting") return std::nullopt;
                          return Reply{.after = 1ms, .heard = std::string("\x15\x03\x01\x00\x02\x02\x46", 7)};
                        }).play();
    CHECK(played.service.protocol == "http");
    CHECK(played.service.tls);
    CHECK(played.lines.size() == 3);
  }
  SECTION("silence") {
    const auto played = Stage(7777, [&](const Line& line, std::size_t) -> std::optional<Reply> {
                          if (inside(line)) return site;
                          return std::nullopt;
                        }).play();
    CHECK(played.service.tls);
    CHECK(played.took < 1s);
  }
  SECTION("who spoke in clear is not asked for TLS") {
    const auto played = Stage(7777, [&](const Line&, std::size_t) {
                          return Reply{.after = 1ms, .heard = "what?\n", .ending = Ending::closed};
                        }).play();
    CHECK(played.service.identified == hygie::net::Observation{Outcome::absent, "not-understood"});
    for (const auto& line : played.lines) CHECK_FALSE(line.tls);
  }
}

TEST_CASE("a greeting on an unusual port leads to the dialogue that answers it", "[exposure][identify]") {
  const auto played = Stage(7777, [](const Line& line, std::size_t) -> std::optional<Reply> {
                        if (line.name == "vnc") return knows("vnc");
                        return Reply{.after = 1ms, .heard = "RFB 003.008\n"};
                      }).play();
  CHECK(played.service.protocol == "vnc");
  CHECK(played.lines.size() == 2);
}
