// SPDX-License-Identifier: EUPL-1.2
// The dialogues of hospital protocols, over the readers beside this file.
#include "audits/exposure/dialogues/hospital/hospital.hpp"
#include "audits/exposure/dialogues/hospital/dicom.hpp"
#include "audits/exposure/dialogues/hospital/mllp.hpp"
#include "audits/exposure/dialogues/support/one_answer.hpp"

#include <fmt/format.h>
#include <set>

namespace hygie::exposure {
namespace {

using net::Bytes;

/// An association with every class we know proposed, an echo when it is taken, a release.
class Dicom final : public Dialogue {
 public:
  explicit Dicom(dicom::Titles titles = {}) : titles_(std::move(titles)) {}
  net::Buffer opening() override { return dicom::associate_request(titles_, dicom::service_classes()); }

  Step hear(Bytes heard) override {
    if (!dicom::may_be_pdu(heard)) return end();
    const auto size = dicom::pdu_size(heard);
    if (!size) return heard.size() < 6 ? Step::waits() : end();
    if (heard.size() < *size) return Step::waits();
    const auto answer = dicom::read_answer(heard.first(*size));
    if (!answer) return end();
    return std::visit([this](const auto& one) { return take(one); }, *answer);
  }
  /// What was learnt stays learnt when the other side falls silent later.
  Step end() override { return associated_ ? Step::knows(service_) : Step::refuses(); }

 private:
  Step take(const dicom::Accepted& accepted) {
    associated_ = true;
    const auto toolkit = dicom::toolkit_of(accepted);
    service_.said = {{"association", "accepted"},
                     {"implementation_uid", accepted.implementation_uid},
                     {"implementation_version", accepted.implementation_version}};
    if (!toolkit.name.empty()) service_.said["product"] = toolkit.name;
    if (!toolkit.version.empty()) service_.said["version"] = toolkit.version;
    std::set<std::string_view> offered;
    unsigned identifier = 1;
    for (const auto& one : dicom::service_classes()) {
      const auto found = accepted.contexts.find(static_cast<std::uint8_t>(identifier));
      if (found != accepted.contexts.end() && found->second == 0) offered.insert(one.word);
      identifier += 2;
    }
    service_.said["offers"] = fmt::format("{}", fmt::join(offered, ", "));
    return Step::says(offered.contains("verification") ? dicom::echo_request(1) : dicom::release_request());
  }
  Step take(const dicom::Rejected& rejected) {
    service_.said = {{"association", "rejected"}, {"reason", std::string(dicom::reason_of(rejected))}};
    return Step::knows(service_);
  }
  Step take(const dicom::Echoed& echoed) {
    service_.said["echo"] = echoed.status == 0 ? "answered" : fmt::format("status {:04x}", echoed.status);
    return Step::says(dicom::release_request());
  }
  Step take(const dicom::Released&) { return end(); }
  Step take(const dicom::Aborted&) {
    if (!associated_) service_.said["association"] = "aborted";
    return Step::knows(service_);
  }

  dicom::Titles titles_;
  Identity service_{"dicom", {}};
  bool associated_ = false;
};

class Mllp final : public Dialogue {
 public:
  explicit Mllp(net::Buffer opening = mllp::empty_block()) : opening_(std::move(opening)) {}
  net::Buffer opening() override { return opening_; }
  Step hear(Bytes heard) override {
    if (!mllp::may_be_block(heard) || heard.size() > longest_answer) return Step::refuses();
    const auto size = mllp::block_size(heard);
    if (!size) return Step::waits();
    const auto answer = mllp::read_answer(heard.first(*size));
    if (!answer) return Step::refuses();
    Identity service{"hl7", {{"application", answer->application}, {"version", answer->version}}};
    if (!answer->acknowledgement.empty()) service.said["acknowledgement"] = answer->acknowledgement;
    return Step::knows(std::move(service));
  }

 private:
  net::Buffer opening_;
};

}  // namespace

std::unique_ptr<Dialogue> make_dicom() { return std::make_unique<Dicom>(); }
std::unique_ptr<Dialogue> make_mllp() { return std::make_unique<Mllp>(); }
std::unique_ptr<Dialogue> dicom::make_dialogue(Titles titles) { return std::make_unique<Dicom>(std::move(titles)); }
std::unique_ptr<Dialogue> mllp::make_event_dialogue(std::chrono::sys_seconds now) {
  return std::make_unique<Mllp>(private_event(now, "HYGIE"));
}

}  // namespace hygie::exposure
