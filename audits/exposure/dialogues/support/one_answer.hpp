// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/dialogue.hpp"

namespace hygie::exposure {

/// The longest answer that a reader waits for: what is longer is not of the protocol, or of no use.
inline constexpr std::size_t longest_answer = 65536;

/// One question, or none, and one reader of all that was said.
template <auto Ask, auto Read>
class OneAnswer final : public Dialogue {
 public:
  net::Buffer opening() override { return Ask(); }
  Step hear(net::Bytes heard) override { return heard.size() > longest_answer ? Step::refuses() : Read(heard); }
};
template <auto Ask, auto Read>
std::unique_ptr<Dialogue> one_answer() {
  return std::make_unique<OneAnswer<Ask, Read>>();
}
template <class Kind, auto... Arguments>
std::unique_ptr<Dialogue> conversation() {
  return std::make_unique<Kind>(Arguments...);
}

[[nodiscard]] inline net::Buffer text_bytes(std::string_view words) {
  const auto bytes = net::as_bytes(words);
  return {bytes.begin(), bytes.end()};
}

/// Around a dialogue over UDP: says how many bytes answered how many ("request_bytes", "answer_bytes"), for the word of
/// ours whose answer was the largest beside it. What answers with more than it is asked can be turned on a third party.
class Measured final : public Dialogue {
 public:
  explicit Measured(std::unique_ptr<Dialogue> inner) : inner_(std::move(inner)) {}
  void vary(std::uint64_t seed) override { inner_->vary(seed); }
  net::Buffer opening() override;
  Step hear(net::Bytes heard) override;
  Step end() override { return weighed(inner_->end()); }

 private:
  struct Exchange {
    std::size_t asked = 0, answered = 0;
  };
  Step weighed(Step step);

  std::unique_ptr<Dialogue> inner_;
  Exchange present_, worst_;
};
/// Of what two dialogues with one port measured, the exchange whose answer was the larger beside its question stays.
void keep_heaviest(Said& kept, const Said& other);

template <auto Make>
std::unique_ptr<Dialogue> measured() {
  return std::make_unique<Measured>(Make());
}

}  // namespace hygie::exposure
