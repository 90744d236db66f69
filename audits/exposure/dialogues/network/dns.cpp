// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;

constexpr unsigned type_a = 1, type_ptr = 12, type_txt = 16, class_in = 1, class_chaos = 3, unicast_wanted = 0x8000;
constexpr unsigned recursion_id = 0x6879, version_id = 0x6767;

/// A question (RFC 1035, 4.1), recursion desired.
net::Buffer question(unsigned id, std::string_view name, unsigned type, unsigned kind) {
  net::NetworkWriter out;
  out.u16(id).u16(id == 0 ? 0 : 0x0100).u16(1).u16(0).u16(0).u16(0);
  while (!name.empty()) {
    const auto label = name.substr(0, std::min<std::size_t>(name.find('.'), 63));
    out.u8(static_cast<unsigned>(label.size())).text(label);
    name.remove_prefix(std::min(name.size(), label.size() + 1));
  }
  out.u8(0).u16(type).u16(kind);
  return out.take();
}

/// Past a name, which may end in a pointer; its labels are added to `text`, without the ones pointed to.
void skip_name(NetworkCursor& at, std::string* text = nullptr) {
  constexpr unsigned pointer = 0xc0;
  for (int labels = 0; labels < 128 && at.ok(); ++labels) {
    const auto size = at.u8();
    if (size == 0) return;
    if ((size & pointer) == pointer) {
      at.u8();
      return;
    }
    const auto label = net::as_text(at.take(size));
    if (text != nullptr) text->append(text->empty() ? "" : ".").append(label);
  }
}

struct Record {
  unsigned type = 0;
  Bytes data = {};
};
struct Message {
  bool ok = false;
  unsigned id = 0, flags = 0;
  std::vector<Record> answers = {};
};
/// The header, the questions skipped, the answers.
Message read_message(Bytes heard) {
  Message out;
  NetworkCursor at(heard);
  out.id = at.u16();
  out.flags = at.u16();
  const auto questions = at.u16(), answers = at.u16();
  at.u32();
  for (unsigned i = 0; i < questions && at.ok(); ++i) {
    skip_name(at);
    at.u32();
  }
  constexpr std::size_t most = 256;
  for (unsigned i = 0; i < answers && at.ok() && out.answers.size() < most; ++i) {
    skip_name(at);
    Record record{at.u16(), {}};
    at.take(6);
    record.data = at.counted(2);
    if (at.ok()) out.answers.push_back(record);
  }
  constexpr unsigned is_answer = 0x8000;
  // a truncated answer may end within a record
  out.ok = (at.ok() || (out.flags & 0x0200U) != 0) && (out.flags & is_answer) != 0 && heard.size() >= 12;
  return out;
}

std::string code_text(unsigned flags) {
  switch (flags & 15U) {
    case 0: return "no error";
    case 1: return "format error";
    case 2: return "server failure";
    case 3: return "no such name";
    case 4: return "not implemented";
    case 5: return "refused";
    default: return std::to_string(flags & 15U);
  }
}

class Dns final : public Dialogue {
 public:
  explicit Dns(std::string_view name) : name_(name) {}
  net::Buffer opening() override { return question(recursion_id, name_, type_a, class_in); }
  Step hear(Bytes heard) override {
    const auto message = read_message(heard);
    if (!message.ok) return service_.said.empty() ? Step::refuses() : Step::waits();
    if (message.id == version_id && !service_.said.empty()) return version(message);
    if (message.id != recursion_id) return service_.said.empty() ? Step::refuses() : Step::waits();
    constexpr unsigned available = 0x80, truncated = 0x0200;
    const bool refused = (message.flags & 15U) == 5 || (message.flags & available) == 0;
    service_.said["recursion"] = refused ? "refused" : message.answers.empty() ? "offered" : "answered";
    service_.said["recursion_code"] = code_text(message.flags);
    if ((message.flags & truncated) != 0) service_.said["truncated"] = "true";
    return Step::says(question(version_id, "version.bind", type_txt, class_chaos));
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Step version(const Message& message) {
    service_.said["version_code"] = code_text(message.flags);
    for (const auto& record : message.answers) {
      if (record.type != type_txt) continue;
      NetworkCursor at(record.data);
      const auto text = net::as_text(at.counted(1));
      if (at.ok()) service_.said["version"] = bounded(text);
      break;
    }
    return end();
  }

  std::string name_;
  Identity service_{"dns", {}};
};

/// Over TCP each message comes after its length (RFC 1035, 4.2.2).
class Framed final : public Dialogue {
 public:
  explicit Framed(std::unique_ptr<Dialogue> inner) : inner_(std::move(inner)) {}
  net::Buffer opening() override { return framed(inner_->opening()); }
  Step hear(Bytes heard) override {
    constexpr std::size_t length = 2, header = 12;
    for (;;) {
      NetworkCursor at(heard.subspan(std::min(read_, heard.size())));
      const auto size = at.u16();
      if (!at.ok()) return Step::waits();
      const auto message = at.take(std::min<std::size_t>(size, at.left()));
      const bool answers = message.size() < 3 || (message[2] & 0x80U) != 0;
      if (size < header || !answers) return inner_->end();
      if (message.size() < size) return Step::waits();
      read_ += length + size;
      auto step = inner_->hear(message);
      if (step.kind == Step::Kind::wait) continue;
      read_ = 0;
      if (step.kind == Step::Kind::say) step.bytes = framed(step.bytes);
      return step;
    }
  }
  Step end() override { return inner_->end(); }

 private:
  static net::Buffer framed(Bytes message) {
    net::NetworkWriter out;
    out.counted(2, [&](net::NetworkWriter& inside) { inside.bytes(message); });
    return out.take();
  }

  std::unique_ptr<Dialogue> inner_;
  std::size_t read_ = 0;
};

}  // namespace

// a name that is reserved for examples (RFC 2606), and answered by everybody who resolves
std::unique_ptr<Dialogue> make_dns() { return std::make_unique<Dns>("example.org"); }
std::unique_ptr<Dialogue> make_dns_tcp() { return std::make_unique<Framed>(make_dns()); }
std::unique_ptr<Dialogue> make_dns_dialogue(std::string_view name) {
  return std::make_unique<Measured>(std::make_unique<Dns>(name));
}

net::Buffer mdns_question() { return question(0, "_services._dns-sd._udp.local", type_ptr, class_in | unicast_wanted); }

Step read_mdns(Bytes heard) {
  const auto message = read_message(heard);
  if (!message.ok || message.id != 0) return Step::refuses();
  Identity service{"mdns", {{"services", ""}}};
  for (const auto& record : message.answers) {
    if (record.type != type_ptr) continue;
    NetworkCursor at(record.data);
    std::string name;
    skip_name(at, &name);
    if (at.ok()) append_to_list(service.said["services"], bounded(name, 64));
  }
  return Step::knows(std::move(service));
}

}  // namespace hygie::exposure
