// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/tree_walk.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

// RFC 9989, 4.10: a name of eight labels or more is cut to seven after the first question.
constexpr std::size_t labels_kept = 7;

std::size_t labels_of(std::string_view name) {
  return name.empty() ? 0 : static_cast<std::size_t>(std::count(name.begin(), name.end(), '.')) + 1;
}

/// The last labels of a name.
std::string last_labels(std::string_view name, std::size_t wanted) {
  while (labels_of(name) > wanted) name.remove_prefix(name.find('.') + 1);
  return std::string(name);
}

char psd_of(const std::string& record) {
  std::vector<std::string> faults;
  const auto value = lower(tag(read_tags(record, faults), "psd"));
  return value == "y" || value == "n" ? value.front() : 'u';
}

}  // namespace

std::vector<std::string> dmarc_records(const Answer& answer) {
  std::vector<std::string> found;
  for (const auto& text : answer.records) {
    const auto first = trimmed(std::string_view(text).substr(0, text.find(';')));
    const auto equals = first.find('=');
    if (equals != std::string_view::npos && trimmed(first.substr(0, equals)) == "v" &&
        trimmed(first.substr(equals + 1)) == "DMARC1")
      found.push_back(text);
  }
  return found;
}

std::vector<std::string> walked_names(const std::string& domain) {
  std::vector<std::string> names{domain};
  const auto labels = labels_of(domain);
  for (auto left = labels > labels_kept ? labels_kept : labels - std::min<std::size_t>(labels, 1); left > 0; --left)
    names.push_back(last_labels(domain, left));
  return names;
}

TreeWalk::TreeWalk(const std::string& domain, const Lookup& lookup) {
  for (const auto& name : walked_names(domain)) {
    const auto answer = lookup("_dmarc." + name, "TXT");
    auto& step = steps_.emplace_back();
    step.domain = name;
    step.answered = answer.found != Found::not_answered;
    step.records = dmarc_records(answer);
    if (step.valid()) step.psd = psd_of(step.records.front());
    if (step.psd != 'u') return;
  }
}

bool TreeWalk::complete() const {
  return std::all_of(steps_.begin(), steps_.end(), [](const Step& step) { return step.answered; });
}

std::string TreeWalk::organisation() const {
  const Step* shortest = nullptr;
  for (const auto& step : steps_) {
    if (!step.valid()) continue;
    if (step.psd == 'n') return step.domain;
    if (step.psd == 'y' && &step != &steps_.front())
      return last_labels(steps_.front().domain, labels_of(step.domain) + 1);
    shortest = &step;
  }
  return shortest == nullptr ? steps_.front().domain : shortest->domain;
}

const TreeWalk::Step* TreeWalk::above() const {
  const auto name = organisation();
  const auto own = std::find_if(steps_.begin(), steps_.end(), [&](const Step& step) { return step.domain == name; });
  if (own != steps_.end() && own->valid()) return &*own;
  const auto& last = steps_.back();
  return last.valid() && last.psd == 'y' ? &last : nullptr;
}

}  // namespace hygie::exposure
