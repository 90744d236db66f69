// SPDX-License-Identifier: EUPL-1.2
// ONC RPC (RFC 5531): the portmapper (RFC 1833), mountd and NFS (RFC 1813). Nothing is mounted.
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;

constexpr std::uint32_t transaction = 0x68796769;
constexpr std::uint32_t portmapper = 100000, nfs = 100003, mountd = 100005;

struct Call {
  std::uint32_t program = 0, version = 0, procedure = 0;
};
net::Buffer call(const Call& what) {
  net::NetworkWriter out;
  out.u32(transaction).u32(0).u32(2).u32(what.program).u32(what.version).u32(what.procedure);
  out.u32(0).u32(0).u32(0).u32(0);  // no credentials, no verifier
  return out.take();
}

/// Over TCP a message goes in records (RFC 5531, 11): ours in one.
constexpr std::uint32_t last_record = 0x80000000;
net::Buffer in_record(const net::Buffer& message) {
  net::NetworkWriter out;
  out.u32(static_cast<std::uint32_t>(last_record | message.size())).bytes(message);
  return out.take();
}
/// The records joined; absent while the last is not there.
struct Joined {
  bool malformed = false, whole = false;
  net::Buffer message = {};
};
Joined joined(Bytes heard) {
  Joined out;
  while (heard.size() >= 4) {
    const auto mark = NetworkCursor(heard).u32();
    const std::size_t size = mark & ~last_record;
    if (size > longest_answer || out.message.size() + size > longest_answer) return {.malformed = true};
    // the first words of an answer are known, and need not all be there
    if (out.message.empty() && size < 16) return {.malformed = true};
    const auto begun = heard.subspan(4);
    if (out.message.empty() && begun.size() >= 4 && NetworkCursor(begun).u32() != transaction)
      return {.malformed = true};
    if (begun.size() < size) return out;
    out.message.insert(out.message.end(), heard.begin() + 4, heard.begin() + static_cast<std::ptrdiff_t>(4 + size));
    heard = heard.subspan(4 + size);
    out.whole = (mark & last_record) != 0;
    if (out.whole) return out;
  }
  return out;
}

/// Past the head of an answer; what it says of itself when it is no success.
struct Head {
  bool ours = false;
  std::string status = {};
};
Head head_of(NetworkCursor& at) {
  Head head;
  head.ours = at.u32() == transaction && at.u32() == 1;
  if (at.u32() != 0) {
    head.status = "denied";
  } else {
    at.u32();
    const auto verifier = at.u32();
    at.take((std::size_t{verifier} + 3) / 4 * 4);
    switch (at.u32()) {
      case 0: head.status = "accepted"; break;
      case 1: head.status = "no such program"; break;
      case 2: {
        const auto lowest = at.u32();
        head.status = fmt::format("versions {} to {}", lowest, at.u32());
        break;
      }
      default: head.status = "refused";
    }
  }
  head.ours = head.ours && at.ok();
  return head;
}

std::string program_name(std::uint32_t program) {
  switch (program) {
    case portmapper: return "portmapper";
    case nfs: return "nfs";
    case 100004: return "ypserv";
    case mountd: return "mountd";
    case 100021: return "nlockmgr";
    case 100024: return "status";
    case 100227: return "nfs_acl";
    default: return std::to_string(program);
  }
}

bool read_programs(NetworkCursor at, Said& said) {
  auto& list = said["programs"];
  while (at.u32() == 1 && at.ok()) {
    const auto program = at.u32();
    const auto version = at.u32();
    const auto protocol = at.u32();
    const auto port = at.u32();
    const auto one = fmt::format("{} {} {}/{}", program_name(program), version, protocol == 6 ? "tcp" : "udp", port);
    if (at.ok()) append_to_list(list, one);
  }
  return at.ok();
}

bool read_exports(NetworkCursor at, Said& said) {
  const auto text = [&at] {
    const std::size_t size = at.u32();
    const auto bytes = at.take(size);
    at.take((4 - size % 4) % 4);
    return bounded(net::as_text(bytes), 256);
  };
  unsigned count = 0;
  while (at.u32() == 1 && at.ok()) {
    const auto folder = text();
    std::string guests;
    while (at.u32() == 1 && at.ok()) append_to_list(guests, text());
    if (!at.ok()) return false;
    ++count;
    append_to_list(said["exports"], fmt::format("{} ({})", folder, guests.empty() ? "everyone" : guests));
  }
  said["count"] = std::to_string(count);
  return at.ok();
}

Step read_answer(Bytes message, const Call& what, std::string_view protocol) {
  NetworkCursor at(message);
  const auto head = head_of(at);
  if (!head.ours) return Step::refuses();
  Identity service{std::string(protocol), {{"answer", head.status}}};
  if (head.status == "accepted") {
    if (what.program == portmapper && !read_programs(at, service.said)) return Step::refuses();
    if (what.program == mountd && !read_exports(at, service.said)) return Step::refuses();
  }
  return Step::knows(std::move(service));
}

/// One call and its answer, over either transport.
class OneCall final : public Dialogue {
 public:
  OneCall(Call what, std::string_view protocol, Transport transport)
      : what_(what), protocol_(protocol), tcp_(transport == Transport::tcp) {}
  net::Buffer opening() override { return tcp_ ? in_record(call(what_)) : call(what_); }
  Step hear(Bytes heard) override {
    if (!tcp_) return read_answer(heard, what_, protocol_);
    const auto answer = joined(heard);
    if (answer.malformed || heard.size() > 2 * longest_answer) return Step::refuses();
    return answer.whole ? read_answer(answer.message, what_, protocol_) : Step::waits();
  }

 private:
  Call what_;
  std::string_view protocol_;
  bool tcp_;
};

constexpr Call dump{portmapper, 2, 4}, exports{mountd, 3, 5}, presence{nfs, 3, 0};

}  // namespace

std::unique_ptr<Dialogue> make_rpcbind() { return std::make_unique<OneCall>(dump, "rpcbind", Transport::tcp); }
std::unique_ptr<Dialogue> make_rpcbind_udp() { return std::make_unique<OneCall>(dump, "rpcbind", Transport::udp); }
std::unique_ptr<Dialogue> make_nfs() { return std::make_unique<OneCall>(presence, "nfs", Transport::tcp); }
std::unique_ptr<Dialogue> make_mount() { return std::make_unique<OneCall>(exports, "mountd", Transport::tcp); }

}  // namespace hygie::exposure
