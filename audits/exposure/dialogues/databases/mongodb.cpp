// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <fmt/format.h>
#include <bit>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::LittleCursor;

constexpr std::uint32_t op_message = 2013;
constexpr std::size_t header = 16, longest_message = 60000;
enum Kind : std::uint8_t {
  real = 1,
  text = 2,
  document = 3,
  array = 4,
  binary = 5,
  object = 7,
  flag = 8,
  date = 9,
  nothing = 10,
  number32 = 16,
  stamp = 17,
  number64 = 18
};

/// One command in an OP_MSG: {name: 1, nameOnly: true, $db: "admin"}.
net::Buffer command(std::string_view name, std::uint32_t request, bool names_only = false) {
  net::LittleWriter out;
  out.u32(0).u32(request).u32(0).u32(op_message).u32(0).u8(0);
  const auto start = out.size();
  out.u32(0).u8(number32).text(name).u8(0).u32(1);
  if (names_only) out.u8(flag).text("nameOnly").u8(0).u8(1);
  out.u8(text).text("$db").u8(0).u32(6).text("admin").u8(0).u8(0);
  out.put_u32(start, out.size() - start).put_u32(0, out.size());
  return out.take();
}

/// The fields of a BSON document that our facts need: texts, numbers and flags as words, an array by its size.
struct Document {
  bool ok = false;
  Said fields = {};
};
std::size_t count_of(Bytes inside);

/// A value of that kind, taken off the front; absent for what is of no use to us.
std::optional<std::string> value_of(std::uint8_t kind, LittleCursor& at) {
  switch (kind) {
    case real: return fmt::format("{:g}", std::bit_cast<double>(at.u64()));
    case text: return bounded(until_zero(net::as_text(at.take(at.u32()))));
    case document:
    case array: {
      const std::size_t size = LittleCursor(at.rest()).u32();
      const auto inside = at.take(size);
      return kind == array ? std::optional(std::to_string(count_of(inside))) : std::nullopt;
    }
    case binary: {
      const std::size_t size = at.u32();
      at.u8();
      at.take(size);
      return std::nullopt;
    }
    case object: at.take(12); return std::nullopt;
    case flag: return at.u8() != 0 ? "true" : "false";
    case number32: return std::to_string(static_cast<std::int32_t>(at.u32()));
    case number64:
    case date: return std::to_string(static_cast<std::int64_t>(at.u64()));
    case stamp: at.take(8); return std::nullopt;
    case nothing: return std::nullopt;
    default: at.take(at.left() + 1); return std::nullopt;  // of a kind that no answer here holds
  }
}

template <class Take>
bool walk(Bytes bytes, Take take) {
  LittleCursor at(bytes);
  if (at.u32() != bytes.size()) return false;
  for (auto kind = at.u8(); kind != 0 && at.ok(); kind = at.u8()) {
    const auto name = until_zero(net::as_text(at.rest()));
    at.take(name.size() + 1);
    const auto value = value_of(kind, at);
    if (at.ok()) take(name, value);
  }
  return at.ok() && at.left() == 0;
}
std::size_t count_of(Bytes inside) {
  // an array's values are counted by their kinds' sizes, without a look at what is nested in them
  std::size_t count = 0;
  LittleCursor at(inside);
  at.u32();
  for (auto kind = at.u8(); kind != 0 && at.ok(); kind = at.u8()) {
    at.take(until_zero(net::as_text(at.rest())).size() + 1);
    if (kind == document || kind == array)
      at.take(LittleCursor(at.rest()).u32());
    else
      (void)value_of(kind, at);
    ++count;
  }
  return count;
}
Document read_document(Bytes bytes) {
  Document out;
  out.ok = walk(bytes, [&](std::string_view name, const std::optional<std::string>& value) {
    if (value && out.fields.size() < 64) out.fields[bounded(name, 64)] = *value;
  });
  return out;
}

class MongoDb final : public Dialogue {
 public:
  net::Buffer opening() override { return command("hello", 1); }
  Step hear(Bytes heard) override {
    LittleCursor at(heard);
    const std::size_t size = at.u32();
    at.u32();
    const auto answers = at.u32();
    const auto kind = at.u32();
    if (heard.size() >= 4 && (size < header + 10 || size > longest_message)) return end();
    if (!at.ok()) return Step::waits();
    if (answers != turn_ || kind != op_message) return end();
    if (heard.size() < size) return Step::waits();
    const auto answer = read_document(heard.subspan(header + 5, size - header - 5));
    if (!answer.ok) return end();
    return next(answer.fields);
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Step next(const Said& fields) {
    const auto value = [&fields](std::string_view name) {
      const auto found = fields.find(name);
      return found == fields.end() ? std::string() : found->second;
    };
    const auto keep = [&](std::string_view name, std::string_view fact) {
      if (const auto found = value(name); !found.empty()) service_.said[std::string(fact)] = found;
    };
    if (turn_ == 1) {
      if (!fields.contains("ok")) return Step::refuses();
      service_.said["answer"] = value("ok") == "1" ? "accepted" : "refused";
      keep("maxWireVersion", "wire_version");
      keep("setName", "replica_set");
    }
    if (turn_ == 2) keep("version", "version");
    if (turn_ == 3) {
      const bool open = value("ok") == "1";
      service_.said["authentication"] = open ? "none" : value("code") == "13" ? "wanted" : "unknown";
      keep("code", "code");
      if (open) keep("databases", "databases");
      return end();
    }
    ++turn_;
    return Step::says(turn_ == 2 ? command("buildInfo", 2) : command("listDatabases", 3, true));
  }

  Identity service_{"mongodb", {}};
  std::uint32_t turn_ = 1;
};

}  // namespace

std::unique_ptr<Dialogue> make_mongodb() { return std::make_unique<MongoDb>(); }

}  // namespace hygie::exposure
